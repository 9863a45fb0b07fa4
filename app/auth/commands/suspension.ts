/** Closing an account for a while, and what its member answers. */
import type { Database, Tx } from '~/db';
import { deleteSessionsOf } from '../queries/sessions';
import * as queries from '../queries/suspensions';
import type { NewSuspension } from '../rules/suspension';
import type { Viewer } from '../rules/viewer';

/**
 * From now on every session of hers leads to one page (`http.ts`), and what is open closes: the end of a session is told
 * to the processes, which look at their streams' keys (reliability 8: five seconds).
 */
export async function suspend(tx: Tx, userId: string, { reason, days }: NewSuspension): Promise<void> {
  await queries.liftSuspension(tx, userId);
  await queries.insertSuspension(tx, userId, reason, days);
  await deleteSessionsOf(tx, userId);
}

/** For the team to read. */
export function appeal(database: Database, viewer: Viewer, words: string): Promise<void> {
  return database.systemStatement((tx) => queries.saveAppeal(tx, viewer.id, words));
}
