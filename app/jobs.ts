/** What runs without a request: each job calls one domain verb. */

import { forgetUnconfirmed } from '~/auth/commands/unconfirmed';
import { deleteForgottenDevices } from '~/auth/queries/devices';
import { deleteExpiredTokens } from '~/auth/queries/tokens';
import { deleteExpiredWaits } from '~/auth/queries/waits';
import type { House } from '~/http/context';
import { deleteExpiredLimits } from '~/http/rate-limit';

const HOUR = 3_600_000; // ms

/** Sweeps once an hour, at a moment of this process's own. @returns what stops it */
export function startJobs({ database, sessions, log }: House): () => void {
  async function sweep(): Promise<void> {
    await sessions.deleteExpired();
    await database.systemStatement(deleteExpiredLimits);
    await database.systemStatement(deleteExpiredTokens);
    await database.systemStatement(deleteExpiredWaits);
    await database.systemStatement(deleteForgottenDevices);
    await forgetUnconfirmed(database);
  }
  const timer = setInterval(() => {
    sweep().catch((error) => log('sweep failed, next one in an hour', error));
  }, HOUR);
  return () => clearInterval(timer);
}
