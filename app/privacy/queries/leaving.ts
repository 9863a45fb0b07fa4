/** What the page of an erasure tells her that she would leave. As the system role. */
import type { Tx } from '~/db';

export type Leaving = {
  readonly messages: number;
  readonly certificates: number;
  readonly courses: number;
  readonly invoices: number;
  /** Billed by Stripe, and not ended. */
  readonly isBilled: boolean;
};

export async function leavingOf(tx: Tx, userId: string): Promise<Leaving> {
  const [row] = await tx<Leaving[]>`
    select
      (select count(*)::int from chat_messages where user_id = ${userId} and not is_deleted) as messages,
      (select count(*)::int from certificates where user_id = ${userId} and replaced_by is null) as certificates,
      (select count(*)::int from enrollments where user_id = ${userId}) as courses,
      (select count(*)::int from invoices where user_id = ${userId}) as invoices,
      exists (
        select
        from subscriptions
        where user_id = ${userId}
          and customer_id is not null
          and ended_at is null
          and status <> 'incomplete_expired'
      ) as is_billed`;
  return row ?? { messages: 0, certificates: 0, courses: 0, invoices: 0, isBilled: false };
}

/** `heir` null: nobody else belongs to it, and it goes with her. */
export type LeftSalon = { readonly name: string; readonly heir: string | null; readonly isTeam: boolean };

/** D33: who will own each of her salons; `isTeam`: an heir who is not in it. */
export function leftSalonsOf(tx: Tx, userId: string): Promise<LeftSalon[]> {
  return tx<LeftSalon[]>`
    select
      s.name, case when heir.id is not null then coalesce(heir.full_name, 'Membre') end as heir,
      not exists (
        select
        from salon_members m
        where m.salon_id = s.id and m.user_id = heir.id
      ) as is_team
    from salons s
    left join profiles heir on heir.id = heir_of(s.id, ${userId})
    where s.owner_id = ${userId}
    order by s.name, s.id`;
}
