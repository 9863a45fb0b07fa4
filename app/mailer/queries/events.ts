/** What events of the provider change. */
import type { Tx } from '~/db';
import { type Arrival, SOFT_BOUNCES } from '../rules';

/** False when the same has been told before. */
export async function isNews(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx`
    insert into mail_events (hash)
    values (${hash})
    on conflict do nothing
    returning hash`;
  return rows.length > 0;
}

export async function noteArrival(tx: Tx, messageId: string, arrival: Arrival): Promise<void> {
  await tx`
    update outbox
    set arrival = ${arrival}, arrival_at = now()
    where message_id = ${messageId}`;
}

export async function stopAddress(tx: Tx, email: string, reason: 'hard_bounce' | 'complaint'): Promise<void> {
  // A complaint says more than a bounce and is not overwritten by one.
  await tx`
    insert into mail_stops as s (email, reason, stopped_at)
    values (${email}, ${reason}, now())
    on conflict (email) do update
    set reason = excluded.reason, stopped_at = coalesce(s.stopped_at, now()), changed_at = now()
    where s.reason is distinct from 'complaint'`;
}

export async function countSoftBounce(tx: Tx, email: string): Promise<void> {
  await tx`
    insert into mail_stops as s (email, soft_bounces)
    values (${email}, 1)
    on conflict (email) do update
    set soft_bounces = least(s.soft_bounces, 30000) + 1, changed_at = now(),
      reason = case when s.stopped_at is null and s.soft_bounces + 1 >= ${SOFT_BOUNCES} then 'soft_bounces' else s.reason end,
      stopped_at = case when s.stopped_at is null and s.soft_bounces + 1 >= ${SOFT_BOUNCES} then now() else s.stopped_at end`;
}

export async function forgetSoftBounces(tx: Tx, email: string): Promise<void> {
  await tx`
    delete from mail_stops
    where email = ${email} and stopped_at is null`;
}
