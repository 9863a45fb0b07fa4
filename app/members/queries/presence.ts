/** What presence is made of on a member's own profile. `presence` decides when, in its own transaction. */
import { ACTIVITY_EVERY_SECONDS } from '~/auth/rules/session';
import type { Viewer } from '~/auth/rules/viewer';
import type { Tx } from '~/db';

/** D13: no more than every half minute. False: another session of hers was first. */
export async function noteLastActivity(tx: Tx, userId: string): Promise<boolean> {
  const noted = await tx`
    update profiles
    set last_activity = now()
    where id = ${userId}
      and coalesce(last_activity, '-infinity') < now() - make_interval(secs => ${ACTIVITY_EVERY_SECONDS})`;
  return noted.count === 1;
}

/** N03, D15: of two windows the later choice stands. @param chosen null: what she does decides */
export async function saveChosenStatus(tx: Tx, userId: string, chosen: Viewer['chosenStatus']): Promise<void> {
  await tx`
    update profiles
    set
      is_manual_status = ${chosen !== null},
      presence_status = ${chosen ?? 'offline'},
      status_updated_at = clock_timestamp()
    where id = ${userId}`;
}
