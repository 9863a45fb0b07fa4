/** U12: move my session to another device, without a password and without a letter. */
import * as queries from '../queries/session-transfers';
import { TRANSFER_OFFER, TRANSFER_PLACE } from '../rules/limits';
import type { Viewer } from '../rules/viewer';
import { hashOf, newLinkSecret, sessionTransferCodeOf } from '../secrets';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';

/**
 * Offers the asking session to whoever brings this secret, or the code made from it, within five minutes.
 * @throws AppError too_many after twenty offers in an hour
 */
export async function offerSessionTransfer({ database, limits }: Services, viewer: Viewer): Promise<string> {
  await limits.take([TRANSFER_OFFER, viewer.id]);
  const secret = newLinkSecret();
  await database.systemStatement((tx) =>
    queries.offer(tx, viewer.sessionId, hashOf(secret), hashOf(sessionTransferCodeOf(secret))),
  );
  return secret;
}

/**
 * Opens a session of the same member on this device. It has proven nothing of its own (G06). May send `newDevice`.
 * @param secret the link's, or the typed code
 * @returns null for what is used, too old or unknown
 * @throws AppError too_many after twenty wrong ones from one place in a quarter of an hour
 */
export async function takeSessionTransfer(
  services: Services,
  secret: string,
  stays: boolean,
  browser: Browser,
): Promise<Opened | null> {
  const { database, limits } = services;
  const userId = await limits.judge([[TRANSFER_PLACE, browser.ip]], () =>
    database.systemStatement((tx) => queries.takeOffer(tx, hashOf(secret), browser.inWords)),
  );
  return userId ? openSession(services, userId, stays, browser, true, false) : null;
}
