/** What the provider tells afterwards: delivered, bounced, complained, unsubscribed. Opens and clicks are not kept (G29). */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '~/db';
import { AppError } from '~/errors';
import { switchOffFor } from './choices/queries';
import { ARRIVALS, type Arrival, SOFT_BOUNCES } from './rules';

/** Bytes; reliability 17. */
export const EVENTS_MAX = 1024 * 1024;

export type MailEvent = { readonly event: string; readonly email: string; readonly messageId: string | null };

/** In constant time, whatever the lengths. */
export function isWebhookSecret(secret: string | null, given: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return secret !== null && timingSafeEqual(digest(secret), digest(given ?? ''));
}

const told = z.object({
  event: z.string().max(60),
  email: z.string().min(3).max(254),
  'message-id': z.string().min(1).max(300).optional(),
});

/** One event or a batch of them; what has not the form of an event is passed over. @throws AppError invalid for what is no JSON */
export function parseEvents(body: Buffer): MailEvent[] {
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new AppError('invalid', 'json', undefined, { cause: error });
  }
  return (Array.isArray(given) ? given.slice(0, 1_000) : [given]).flatMap((each) => {
    const { success, data } = told.safeParse(each);
    if (!success || `${data.email}${data['message-id']}`.includes('\0')) return [];
    return [{ event: data.event, email: data.email.trim(), messageId: data['message-id'] ?? null }];
  });
}

/** Each in its own transaction; told again, it changes nothing. */
export async function takeEvents(database: Database, events: readonly MailEvent[]): Promise<void> {
  for (const event of events) await database.asSystem((tx) => takeEvent(tx, event));
}

async function takeEvent(tx: Tx, { event, email, messageId }: MailEvent): Promise<void> {
  const arrival = ARRIVALS[event];
  const leaves = event === 'unsubscribed' || event === 'unsubscribe';
  if (!arrival && !leaves) return;
  if (!(await isNews(tx, [event, email.toLowerCase(), messageId ?? ''].join('\n')))) return;
  if (leaves) return switchOffFor(tx, email);
  if (arrival && messageId) await noteArrival(tx, messageId, arrival);
  if (arrival === 'hard_bounce' || arrival === 'complaint') await stopAddress(tx, email, arrival);
  if (arrival === 'complaint') await switchOffFor(tx, email);
  if (arrival === 'soft_bounce') await countSoftBounce(tx, email);
  if (arrival === 'delivered') await forgetSoftBounces(tx, email);
}

async function isNews(tx: Tx, words: string): Promise<boolean> {
  const rows = await tx`
    insert into mail_events (hash)
    values (${createHash('sha256').update(words).digest('hex')})
    on conflict do nothing
    returning hash`;
  return rows.length > 0;
}

async function noteArrival(tx: Tx, messageId: string, arrival: Arrival): Promise<void> {
  await tx`
    update outbox
    set arrival = ${arrival}, arrival_at = now()
    where message_id = ${messageId}`;
}

async function stopAddress(tx: Tx, email: string, reason: 'hard_bounce' | 'complaint'): Promise<void> {
  // A complaint says more than a bounce and is not overwritten by one.
  await tx`
    insert into mail_stops as s (email, reason, stopped_at)
    values (${email}, ${reason}, now())
    on conflict (email) do update
    set reason = excluded.reason, stopped_at = coalesce(s.stopped_at, now()), changed_at = now()
    where s.reason is distinct from 'complaint'`;
}

async function countSoftBounce(tx: Tx, email: string): Promise<void> {
  await tx`
    insert into mail_stops as s (email, soft_bounces)
    values (${email}, 1)
    on conflict (email) do update
    set soft_bounces = least(s.soft_bounces, 30000) + 1, changed_at = now(),
      reason = case when s.stopped_at is null and s.soft_bounces + 1 >= ${SOFT_BOUNCES} then 'soft_bounces' else s.reason end,
      stopped_at = case when s.stopped_at is null and s.soft_bounces + 1 >= ${SOFT_BOUNCES} then now() else s.stopped_at end`;
}

async function forgetSoftBounces(tx: Tx, email: string): Promise<void> {
  await tx`
    delete from mail_stops
    where email = ${email} and stopped_at is null`;
}
