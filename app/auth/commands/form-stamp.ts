/** The time trap of the sign-up form (C-23): when its page was made, signed, so that nobody writes it herself. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '~/db';
import { sealKey } from '../queries/seals';
import { newLinkSecret } from '../secrets';

/** Nobody reads and fills in four fields faster (ms); a password manager that does is asked to send once more. */
const TOO_QUICK = 3_000;

/** One key for all processes, read once by each. */
const keys = new WeakMap<Database, Promise<string>>();

function keyOf(database: Database): Promise<string> {
  const known = keys.get(database);
  if (known) return known;
  const asked = database.systemStatement((tx) => sealKey(tx, 'sign-up form', newLinkSecret()));
  keys.set(database, asked);
  // A database that was away is asked again.
  asked.catch(() => keys.delete(database));
  return asked;
}

/** At the start, so that no page has to write the key. */
export async function prepareFormStamps(database: Database): Promise<void> {
  await keyOf(database);
}

/** @param now ms */
export async function stampForm(database: Database, now: number): Promise<string> {
  const time = now.toString(36);
  return `${time}.${signed(await keyOf(database), time)}`;
}

/**
 * How fast a form came back, by this server's clock alone. A form without a stamp (`none`) was not made from our page;
 * the limits of its place and mailbox are what holds it.
 */
export async function paceOf(
  database: Database,
  stamp: unknown,
  now: number,
): Promise<'none' | 'forged' | 'quick' | 'human'> {
  if (stamp === undefined) return 'none';
  if (typeof stamp !== 'string' || stamp.length > 100) return 'forged';
  const [time = '', signature = ''] = stamp.split('.');
  const expected = Buffer.from(signed(await keyOf(database), time));
  const given = Buffer.from(signature);
  const genuine = expected.length === given.length && timingSafeEqual(expected, given);
  if (!genuine) return 'forged';
  return now - Number.parseInt(time, 36) < TOO_QUICK ? 'quick' : 'human';
}

function signed(key: string, time: string): string {
  return createHmac('sha256', key).update(time).digest('base64url');
}
