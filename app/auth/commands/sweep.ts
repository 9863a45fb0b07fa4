import type { Database } from '~/db';
import * as queries from '../queries/expired';

/** What the doors have kept and nobody can use any more. */
export async function sweepDoors(database: Database): Promise<void> {
  for (const sweep of Object.values(queries)) await database.systemStatement(sweep);
}
