/** U12: move my session to another device, without a password and without a letter. */
import * as queries from '../queries/hand-overs';
import { deviceInWords } from '../rules/device';
import type { Viewer } from '../rules/viewer';
import { handOverCodeOf, hashOf, newLinkSecret } from '../secrets';
import type { Doors } from './doors';

/**
 * Offers the asking session to whoever brings this secret, or the code made from it, within five minutes.
 * @throws AppError too_many after twenty offers in an hour
 */
export async function offerHandOver({ database, limits }: Doors, viewer: Viewer): Promise<string> {
  await limits.take('handOver', viewer.id);
  const secret = newLinkSecret();
  await database.systemStatement((tx) =>
    queries.offer(tx, viewer.sessionId, hashOf(secret), hashOf(handOverCodeOf(secret))),
  );
  return secret;
}

type Arrival = {
  /** The link's secret or the typed code. */
  readonly secret: string;
  readonly stays: boolean;
  readonly userAgent: string;
  readonly ip: string;
};

/**
 * Opens a session of the same member on this device. It has proven nothing of its own (G06).
 * @returns null for what is used, too old or unknown
 * @throws AppError too_many after twenty wrong ones from one place in a quarter of an hour
 */
export async function takeHandOver(
  { database, limits, sessions }: Doors,
  { secret, stays, userAgent, ip }: Arrival,
): Promise<{ cookie: string } | null> {
  await limits.check('handOverPlace', ip);
  const userId = await database.systemStatement((tx) =>
    queries.takeOffer(tx, hashOf(secret), deviceInWords(userAgent)),
  );
  if (userId) return sessions.start(userId, stays, false);
  await limits.count('handOverPlace', ip);
  return null;
}
