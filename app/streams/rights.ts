/** Whether those who follow may still do so (reliability 8). */
import { endedSessions } from '~/auth/queries/sessions';
import type { Database } from '~/db';
import { stillMembers } from '~/presence/queries';
import type { Reader } from './reader';

/** Dismisses whose session has ended. */
export async function checkSessions(database: Database, readers: ReadonlySet<Reader>): Promise<void> {
  const hashes = [...new Set([...readers].map((reader) => reader.sessionId))];
  if (hashes.length === 0) return;
  const ended = new Set(await database.systemStatement((tx) => endedSessions(tx, hashes)));
  for (const reader of readers) if (ended.has(reader.sessionId)) reader.dismiss('session');
}

/** Dismisses who is no longer a member of the salon she follows. */
export async function checkMembers(database: Database, readers: Iterable<Reader>): Promise<void> {
  const asked = [...readers];
  if (asked.length === 0) return;
  const staying = await database.systemStatement((tx) => stillMembers(tx, asked));
  for (const reader of asked) if (!staying.has(reader.connection)) reader.dismiss('member');
}
