/** Every statement on the browsers that members have signed in with. They run as the system role. */
import type { Tx } from '~/db';

/** Remembers this browser. True when it is new to a member who already had another. */
export async function isStrange(tx: Tx, userId: string, hash: string): Promise<boolean> {
  const [seen] = await tx<{ fresh: boolean; others: boolean }[]>`
    with seen as (
      insert into auth.devices (user_id, hash)
      values (${userId}, ${hash})
      on conflict (user_id, hash) do update set last_seen_at = now()
      returning xmax = 0 as fresh
    )
    select fresh, exists (select from auth.devices where user_id = ${userId} and hash <> ${hash}) as others
    from seen`;
  return (seen?.fresh && seen.others) ?? false;
}

/** Whether the owner of this address has signed in with this browser. The same statement for an address without account. */
export async function isKnownDevice(tx: Tx, email: string, hash: string | null): Promise<boolean> {
  const [found] = await tx<{ known: boolean }[]>`
    select exists (
      select from auth.devices d
      join auth.users u on u.id = d.user_id
      where u.email = ${email} and d.hash = ${hash}
    ) as known`;
  return found?.known ?? false;
}

/** The cookie that names a device lives no longer. */
export async function deleteForgottenDevices(tx: Tx): Promise<void> {
  await tx`
    delete from auth.devices
    where last_seen_at < now() - interval '400 days'`;
}
