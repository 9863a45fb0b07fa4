/**
 * Leases of open streams (architecture 3), and the states that follow from them. Written by the system role only; the
 * clock is the database's. What a state is stands in the view `member_presence` and nowhere else.
 */
import type { Tx } from '~/db';
import { LEASE_SECONDS, type Present } from './rules';

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

/**
 * Ends leases that nobody renews, finds every member whose state is not what her salons were last told, and says when
 * the next change is due: one statement, however many they are. One process at a time sweeps (an advisory lock); a lease
 * that is being written at this moment is left for a second look.
 */
export async function sweep(tx: Tx): Promise<Swept> {
  const [swept] = await tx<{ salonIds: string[]; next: number | null }[]>`
    with sweeper as materialized (
      select pg_try_advisory_xact_lock(hashtext('aurora50.presence')) as mine
    ),
    expired as (
      select l.connection
      from presence_leases l, sweeper
      where mine and l.expires_at <= now()
      for update of l skip locked
    ),
    gone as (
      delete from presence_leases l
      using expired
      where l.connection = expired.connection
      returning l.salon_id
    ),
    present as materialized (
      select p.id, p.status, p.away_at
      from member_presence p, sweeper
      where mine and p.id in (select user_id from presence_leases where expires_at > now())
    ),
    due as materialized (
      select l.connection, p.status
      from presence_leases l
      join present p on p.id = l.user_id
      where l.expires_at > now() and l.shown_as is distinct from p.status
    ),
    free as (
      select l.connection
      from presence_leases l
      where l.connection in (select connection from due)
      for update skip locked
    ),
    told as (
      update presence_leases l
      set shown_as = due.status
      from due
      where l.connection = due.connection and l.connection in (select connection from free)
      returning l.salon_id
    )
    select
      array(select salon_id from gone union select salon_id from told) as salon_ids,
      case
        when (select count(*) from told) < (select count(*) from due) then 1
        else (select extract(epoch from min(away_at) - now())::float8 from present)
      end as next`;
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

/** She is shown absent because she has done nothing for a while, and not because she chose it. */
export async function isAwayByItself(tx: Tx, userId: string): Promise<boolean> {
  const [found] = await tx<{ away: boolean }[]>`
    select chosen is null and status = 'away' as away
    from member_presence
    where id = ${userId}`;
  return found?.away ?? false;
}

/** The salons in which she has a stream open. */
export async function salonsWithStream(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx<{ salonId: string }[]>`
    select distinct salon_id
    from presence_leases
    where user_id = ${userId} and expires_at > now()`;
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
