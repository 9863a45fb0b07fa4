/** What no longer has to be kept of erasures. */
import type { Config } from '~/config';
import type { Database } from '~/db';
import { forgetTombstones } from '../queries/erasures';
import { pruneTombstones } from '../tombstones';

type Swept = { readonly config: Pick<Config, 'dataDir'>; readonly database: Database };

export async function sweepPrivacy({ config, database }: Swept, now: Date): Promise<void> {
  await database.systemStatement(forgetTombstones);
  await pruneTombstones(config, now);
}
