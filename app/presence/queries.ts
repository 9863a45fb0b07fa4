/**
 * Leases of open streams (architecture 3), and the states that follow from them. Written by the system role only; the
 * clock is the database's. What a state is stands in the view `member_presence` and nowhere else.
 */
import type { Tx } from '~/db';
import { type Choice, LEASE_SECONDS, type Present } from './rules';

export type Lease = { readonly connection: string; readonly salonId: string; readonly userId: string };

/**
 * New and renewed leases of a whole process in one statement. A member or salon that is gone is passed over. In one
 * order, as every writer of several leases: no two can wait for each other.
 * @param arriving they are new, and the salon is about to be told of them
 */
export async function holdLeases(tx: Tx, leases: readonly Lease[], arriving: boolean): Promise<void> {
  await tx`
    insert into presence_leases (connection, salon_id, user_id, expires_at, shown_as)
    select
      l.connection, l.salon_id, l.user_id, now() + make_interval(secs => ${LEASE_SECONDS}),
      case when ${arriving}::boolean then (select p.status from member_presence p where p.id = l.user_id) end
    from unnest(
      ${leases.map((each) => each.connection)}::uuid[],
      ${leases.map((each) => each.salonId)}::uuid[],
      ${leases.map((each) => each.userId)}::uuid[]
    ) l (connection, salon_id, user_id)
    join salon_members m on m.salon_id = l.salon_id and m.user_id = l.user_id
    order by l.connection
    on conflict (connection) do update set expires_at = excluded.expires_at`;
}

export async function dropLeases(tx: Tx, connections: readonly string[]): Promise<void> {
  await tx`
    with going as (
      select connection
      from presence_leases
      where connection = any(${connections}::uuid[])
      order by connection
      for update
    )
    delete from presence_leases l
    using going
    where l.connection = going.connection`;
}

export type Swept = {
  /** Salons whose readers were last told something else. */
  readonly salonIds: readonly string[];
  /** Seconds until the next state changes by itself; null while none will. */
  readonly next: number | null;
};

/** F22: ends leases that nobody renews, and finds every member whose state is not what her salons were last told. */
export async function sweep(tx: Tx): Promise<Swept> {
  const [swept] = await tx<Swept[]>`
    select salon_ids, next
    from check_inactive_users()`;
  return swept ?? { salonIds: [], next: null };
}

/** Who is here, by name. */
export async function presentIn(tx: Tx, salonId: string): Promise<Present[]> {
  return tx<Present[]>`
    select p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url, h.status
    from salon_presence h
    join profiles p on p.id = h.user_id
    where h.salon_id = ${salonId}
    order by p.full_name, p.id`;
}

/** F20: the asker did something with this session. @returns the salons in which she stops being absent by it */
export async function actOf(tx: Tx, hash: string): Promise<string[]> {
  const rows = await tx<{ salonId: string }[]>`
    select salon_id
    from rpc_update_activity(${hash}) salon_id`;
  return rows.map((row) => row.salonId);
}

/** F21, N03: what the asker is seen as. @returns the salons in which she has a stream open */
export async function choose(tx: Tx, { status, until }: Choice): Promise<string[]> {
  const rows = await tx<{ salonId: string }[]>`
    select salon_id
    from rpc_set_manual_status(${status}, (
      select min(at)
      from unnest(array[0, 1]) days
      cross join lateral (
        select ((now() at time zone 'Europe/Paris')::date + days + ${until}::time) at time zone 'Europe/Paris' as at
      ) t
      where at > now()
    )) salon_id`;
  return rows.map((row) => row.salonId);
}

/** The members among these who may still read this salon. */
export async function stillMembers(tx: Tx, pairs: readonly Lease[]): Promise<Set<string>> {
  const rows = await tx<{ connection: string }[]>`
    select l.connection
    from unnest(
      ${pairs.map((each) => each.connection)}::uuid[],
      ${pairs.map((each) => each.salonId)}::uuid[],
      ${pairs.map((each) => each.userId)}::uuid[]
    ) l (connection, salon_id, user_id)
    join salon_members m on m.salon_id = l.salon_id and m.user_id = l.user_id`;
  return new Set(rows.map((row) => row.connection));
}
