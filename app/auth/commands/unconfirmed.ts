import type { Database } from '~/db';
import { deleteUnconfirmed } from '../queries/accounts';
import { UNCONFIRMED_DAYS } from '../rules/letter';

/** A05, C-23: accounts that were never confirmed go with all their rows. @returns how many went */
export function forgetUnconfirmed(database: Database): Promise<number> {
  return database.systemStatement((tx) => deleteUnconfirmed(tx, UNCONFIRMED_DAYS));
}
