/** What the provider tells afterwards: delivered, bounced, complained, unsubscribed. Opens and clicks are not kept (G29). */
import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '~/db';
import { AppError } from '~/errors';
import { switchOffFor } from './choices/queries';
import { countSoftBounce, forgetSoftBounces, isNews, noteArrival, stopAddress } from './queries/events';
import { ARRIVALS } from './rules';

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
  const arrival = Object.hasOwn(ARRIVALS, event) ? ARRIVALS[event] : undefined;
  const leaves = event === 'unsubscribed' || event === 'unsubscribe';
  if (!arrival && !leaves) return;
  const words = [event, email.toLowerCase(), messageId ?? ''].join('\n');
  if (!(await isNews(tx, createHash('sha256').update(words).digest('hex')))) return;
  if (leaves) return switchOffFor(tx, email);
  if (arrival && messageId) await noteArrival(tx, messageId, arrival);
  if (arrival === 'hard_bounce' || arrival === 'complaint') await stopAddress(tx, email, arrival);
  if (arrival === 'complaint') await switchOffFor(tx, email);
  if (arrival === 'soft_bounce') await countSoftBounce(tx, email);
  if (arrival === 'delivered') await forgetSoftBounces(tx, email);
}
