/** Signs what a browser keeps for the site and must not write itself. Each purpose has a key of its own in the database. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '~/db';
import { sealKey } from '../queries/seals';
import { newLinkSecret } from '../secrets';

export type Purpose = 'sign-up form' | 'provider trip' | 'trial address';

/** One key for all processes, read once by each. */
const keys = new WeakMap<Database, Map<Purpose, Promise<string>>>();

/** Reads the key of this purpose, so that no later page has to write one. */
export async function prepareSeal(database: Database, purpose: Purpose): Promise<void> {
  await keyOf(database, purpose);
}

/** HMAC-SHA-256 in 43 letters, digits, `-` and `_`. */
export async function signatureOf(database: Database, purpose: Purpose, text: string): Promise<string> {
  return createHmac('sha256', await keyOf(database, purpose))
    .update(text)
    .digest('base64url');
}

export async function isSignatureOf(database: Database, purpose: Purpose, text: string, given: string) {
  const [expected, shown] = [Buffer.from(await signatureOf(database, purpose, text)), Buffer.from(given)];
  return expected.length === shown.length && timingSafeEqual(expected, shown);
}

function keyOf(database: Database, purpose: Purpose): Promise<string> {
  const known = keys.get(database) ?? new Map<Purpose, Promise<string>>();
  keys.set(database, known);
  const kept = known.get(purpose);
  if (kept) return kept;
  const asked = database.systemStatement((tx) => sealKey(tx, purpose, newLinkSecret()));
  known.set(purpose, asked);
  // A database that was away is asked again.
  asked.catch(() => known.delete(purpose));
  return asked;
}
