/** U12: move my session to another device, without a password and without a letter. */
import * as queries from '../queries/hand-overs';
import type { Viewer } from '../rules/viewer';
import { handOverCodeOf, hashOf, newLinkSecret } from '../secrets';
import type { Browser, Doors, Opened } from './doors';
import { openSession } from './open-session';

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

/**
 * Opens a session of the same member on this device. It has proven nothing of its own (G06). May send `newDevice`.
 * @param secret the link's, or the typed code
 * @returns null for what is used, too old or unknown
 * @throws AppError too_many after twenty wrong ones from one place in a quarter of an hour
 */
export async function takeHandOver(
  doors: Doors,
  secret: string,
  stays: boolean,
  browser: Browser,
): Promise<Opened | null> {
  const { database, limits } = doors;
  await limits.check('handOverPlace', browser.ip);
  const userId = await database.systemStatement((tx) => queries.takeOffer(tx, hashOf(secret), browser.inWords));
  if (userId) return openSession(doors, userId, stays, browser, true, false);
  await limits.count('handOverPlace', browser.ip);
  return null;
}
