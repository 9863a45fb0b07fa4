/** Every statement on accounts that the team has closed for a while. They run as the system role. */
import type { Tx } from '~/db';
import type { Suspension } from '../rules/suspension';

/** The one in force. */
export async function suspensionOf(tx: Tx, userId: string): Promise<Suspension | null> {
  const [found] = await tx<Suspension[]>`
    select reason, started_at, ends_at, appeal
    from auth.suspensions
    where user_id = ${userId} and lifted_at is null and (ends_at is null or ends_at > now())`;
  return found ?? null;
}

/** In the place of the one before. @param days null: until it is lifted */
export async function insertSuspension(tx: Tx, userId: string, reason: string, days: number | null): Promise<void> {
  await tx`
    insert into auth.suspensions (user_id, reason, ends_at)
    values (${userId}, ${reason}, now() + make_interval(days => ${days}))`;
}

/** False: none was in force. One that had run out is closed too, and counts as none. */
export async function liftSuspension(tx: Tx, userId: string): Promise<boolean> {
  const lifted = await tx<{ inForce: boolean }[]>`
    update auth.suspensions
    set lifted_at = now()
    where user_id = ${userId} and lifted_at is null
    returning coalesce(ends_at > now(), true) as in_force`;
  return lifted.some(({ inForce }) => inForce);
}

/** Once: a second answer changes nothing. */
export async function saveAppeal(tx: Tx, userId: string, words: string): Promise<void> {
  await tx`
    update auth.suspensions
    set appeal = ${words}, appealed_at = now()
    where user_id = ${userId} and lifted_at is null and appeal is null`;
}
