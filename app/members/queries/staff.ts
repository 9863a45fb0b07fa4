/** Members as admins find and read them. They run as the system role; whoever reads an account writes it down (U17). */
import type { Tx } from '~/db';
import type { Profiles } from '../../../db/schema';
import type { Role } from './roles';

/** Nothing private: what a member sees too, and what the team itself has done. */
export type FoundMember = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly isSuspended: boolean;
  readonly reports: number;
};

export type StaffSearch = {
  readonly q: string;
  /** A whole address; null: `q` is letters of a name. */
  readonly email: string | null;
  readonly role: Role | '';
  readonly state: 'suspendu' | 'signale' | '';
  /** The last name and id of the page before. */
  readonly after: { readonly key: string; readonly id: string } | null;
};

export async function findForStaff(
  tx: Tx,
  { q, email, role, state, after }: StaffSearch,
  most: number,
): Promise<readonly (FoundMember & { readonly sortKey: string })[]> {
  return tx<(FoundMember & { readonly sortKey: string })[]>`
    select
      p.id, coalesce(p.full_name, 'Membre') as name, p.app_role as role, p.created_at,
      s.id is not null as is_suspended, (select count(*) from reports r where r.reported_id = p.id) as reports,
      coalesce(p.name_key, '') as sort_key
    from profiles p
    left join auth.suspensions s
      on s.user_id = p.id and s.lifted_at is null and (s.ends_at is null or s.ends_at > now())
    where (${email}::citext is null or p.email = ${email}::citext)
      and (${email}::citext is not null or ${q} = '' or strpos(p.name_key, plain(${q})) > 0)
      and (${role} = '' or p.app_role = ${role})
      and (${state} <> 'suspendu' or s.id is not null)
      and (${state} <> 'signale' or exists (select from reports r where r.reported_id = p.id))
      and (${after?.id ?? null}::uuid is null
        or (coalesce(p.name_key, ''), p.id) > (${after?.key ?? ''}, ${after?.id ?? null}::uuid))
    order by coalesce(p.name_key, ''), p.id
    limit ${most}`;
}

export type Account = Readonly<Pick<Profiles, 'id' | 'createdAt' | 'lastActivity'>> & {
  readonly name: string;
  readonly role: Role;
  readonly email: string;
  readonly confirmedAt: Date | null;
  /** What counts now, trials included. */
  readonly plan: 'freemium' | 'premium' | 'annuel';
  readonly trialEndsAt: Date | null;
};

export async function accountForStaff(tx: Tx, id: string): Promise<Account | null> {
  const [found] = await tx<Account[]>`
    select
      p.id, coalesce(p.full_name, 'Membre') as name, p.app_role as role, u.email, u.email_confirmed_at as confirmed_at,
      plan_of(p) as plan, p.trial_ends_at, p.created_at, p.last_activity
    from profiles p
    join auth.users u on u.id = p.id
    where p.id = ${id}`;
  return found ?? null;
}

export type ReportLine = { readonly id: number; readonly reason: string; readonly createdAt: Date };

/** What was reported of her; by whom, the page does not need. */
export async function reportsOf(tx: Tx, id: string): Promise<readonly ReportLine[]> {
  return tx<ReportLine[]>`
    select id, reason, created_at
    from reports
    where reported_id = ${id}
    order by created_at desc
    limit 50`;
}
