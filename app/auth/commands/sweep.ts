import type { Database } from '~/db';
import * as queries from '../queries/expired';

/** Deletes what sign-in has stored and what can no longer be used. */
export async function sweepDoors(database: Database): Promise<void> {
  for (const sweep of Object.values(queries)) await database.systemStatement(sweep);
}
