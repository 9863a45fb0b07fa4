/** Whether those who follow may still do so (reliability 8). */
import { deadKeys } from '~/auth/queries/sessions';
import type { Database } from '~/db';
import { stillMembers } from '~/presence/queries';
import type { Reader } from './reader';

/**
 * Ends the streams of keys that open nothing any more. A session that has a new key goes on: its stream is asked to come
 * back, which the owner's browser does with the new cookie and a copied old one cannot.
 */
export async function checkSessions(database: Database, readers: ReadonlySet<Reader>): Promise<void> {
  const hashes = [...new Set([...readers].map((reader) => reader.sessionId))];
  if (hashes.length === 0) return;
  const dead = await database.systemStatement((tx) => deadKeys(tx, hashes));
  for (const reader of readers) {
    const state = dead.get(reader.sessionId);
    if (state === 'over') reader.dismiss('session');
    else if (state === 'renamed') reader.pause();
  }
}

/** Dismisses who is no longer a member of the salon she follows. */
export async function checkMembers(database: Database, readers: Iterable<Reader>): Promise<void> {
  const asked = [...readers];
  if (asked.length === 0) return;
  const staying = await database.systemStatement((tx) => stillMembers(tx, asked));
  for (const reader of asked) if (!staying.has(reader.connection)) reader.dismiss('member');
}
