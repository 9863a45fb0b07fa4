/** The time trap of the sign-up form (C-23): when its page was made, signed, so that nobody writes it herself. */
import type { Database } from '~/db';
import { isSignatureOf, type Purpose, signatureOf } from './seals';

/** Nobody reads and fills in four fields faster (ms); a password manager that does is asked to send once more. */
const TOO_QUICK = 3_000;
const PURPOSE: Purpose = 'sign-up form';

/** @param now ms */
export async function stampForm(database: Database, now: number): Promise<string> {
  const time = now.toString(36);
  return `${time}.${await signatureOf(database, PURPOSE, time)}`;
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
  if (!(await isSignatureOf(database, PURPOSE, time, signature))) return 'forged';
  // Made later than now: by a process whose clock is ahead. Nobody else signs, so this is no haste (found 2c, 6).
  const age = now - Number.parseInt(time, 36);
  return age >= 0 && age < TOO_QUICK ? 'quick' : 'human';
}
