/** Leases of open streams (architecture 3). Written by the system role only; the clock is the database's. */
import type { Tx } from '~/db';
import { LEASE_SECONDS, type Present } from './rules';

export type Lease = { readonly connection: string; readonly salonId: string; readonly userId: string };

/** New and renewed leases of a whole process in one statement. A member or salon that is gone is passed over. */
export async function holdLeases(tx: Tx, leases: readonly Lease[]): Promise<void> {
  await tx`
    insert into presence_leases (connection, salon_id, user_id, expires_at)
    select l.connection, l.salon_id, l.user_id, now() + make_interval(secs => ${LEASE_SECONDS})
    from unnest(
      ${leases.map((each) => each.connection)}::uuid[],
      ${leases.map((each) => each.salonId)}::uuid[],
      ${leases.map((each) => each.userId)}::uuid[]
    ) l (connection, salon_id, user_id)
    join salon_members m on m.salon_id = l.salon_id and m.user_id = l.user_id
    on conflict (connection) do update set expires_at = excluded.expires_at`;
}

export async function dropLeases(tx: Tx, connections: readonly string[]): Promise<void> {
  await tx`
    delete from presence_leases
    where connection = any(${connections}::uuid[])`;
}

/** Ends leases that nobody renews, and names their salons. One process at a time sweeps (an advisory lock). */
export async function sweepLeases(tx: Tx): Promise<string[]> {
  const rows = await tx<{ salonId: string }[]>`
    with sweeper as materialized (
      select pg_try_advisory_xact_lock(hashtext('aurora50.presence')) as mine
    ),
    gone as (
      delete from presence_leases
      using sweeper
      where mine and expires_at <= now()
      returning salon_id
    )
    select distinct salon_id
    from gone`;
  return rows.map((row) => row.salonId);
}

/** Who is here, by name. */
export async function presentIn(tx: Tx, salonId: string): Promise<Present[]> {
  return tx<Present[]>`
    select p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url
    from profiles p
    where p.id in (
      select l.user_id
      from presence_leases l
      where l.salon_id = ${salonId} and l.expires_at > now()
    )
    order by p.full_name, p.id`;
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
