/** Every statement on rate limits. They run as the system role, by the database's clock. */
import type { Database, Tx } from '~/db';
import type { CountedRow, LimitRow, LimitRows } from '~/limits';

/** The rows behind `createLimits`: each call is one statement, committed when it answers. */
export function rateLimitRows(database: Pick<Database, 'systemStatement'>): LimitRows {
  return {
    add: (rows) => database.systemStatement((tx) => addPoints(tx, rows)),
    subtract: (keys) => database.systemStatement((tx) => subtractPoints(tx, keys)),
    remove: (keys) => database.systemStatement((tx) => deleteLimits(tx, keys)),
    read: (keys) => database.systemStatement((tx) => pointsOf(tx, keys)),
  };
}

/** Rows in the order of their keys: two callers with the same ones cannot wait for each other. */
async function addPoints(tx: Tx, rows: readonly LimitRow[]): Promise<readonly CountedRow[]> {
  return tx<CountedRow[]>`
    insert into auth.rate_limits as l (key, points, expires_at)
    select key, 1, now() + make_interval(secs => seconds)
    from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ seconds }) => seconds)}::int[]) as r (key, seconds)
    order by key
    on conflict (key) do update set
      points = case when l.expires_at <= now() then 1 else l.points + 1 end,
      expires_at = case when l.expires_at <= now() then excluded.expires_at else l.expires_at end
    returning key, points, ceil(extract(epoch from expires_at - now()))::int as left`;
}

/** A row that counts nothing more goes: whoever was right leaves no trace (GET and HEAD write nothing). */
async function subtractPoints(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx`
    with locked as (
      select key, points
      from auth.rate_limits
      where key = any(${keys as string[]})
      order by key
      for update
    ), emptied as (
      delete from auth.rate_limits
      using locked
      where rate_limits.key = locked.key
        and locked.points <= 1
    )
    update auth.rate_limits
    set points = rate_limits.points - 1
    from locked
    where rate_limits.key = locked.key
      and locked.points > 1`;
}

async function deleteLimits(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx`
    delete from auth.rate_limits
    where key = any(${keys as string[]})`;
}

async function pointsOf(tx: Tx, keys: readonly string[]): Promise<readonly Pick<CountedRow, 'key' | 'points'>[]> {
  return tx<Pick<CountedRow, 'key' | 'points'>[]>`
    select key, points
    from auth.rate_limits
    where key = any(${keys as string[]}) and expires_at > now()`;
}

/** Rows that count nothing any more. */
export async function deleteExpiredLimits(tx: Tx): Promise<void> {
  await tx`
    delete from auth.rate_limits
    where expires_at <= now()`;
}
