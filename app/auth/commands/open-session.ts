import type { Tx } from '~/db';
import { enqueue } from '~/mailer';
import { dayKey } from '~/ui/format';
import { href } from '~/urls';
import { ownerById } from '../queries/accounts';
import { isStrange } from '../queries/devices';
import { deleteSession } from '../queries/sessions';
import { hashOf, isLinkSecret, newLinkSecret } from '../secrets';
import type { Browser, Opened, Services } from './services';

/**
 * What every sign-in method does in the end: a new session with a new secret, the one before it over, and the device remembered.
 * A device that the member has never signed in with is told to her (letter `newDevice`), once a day and kind of device.
 * @param announces false where another letter says it already
 * @param proven false for a sign-in method that asks for nothing of the member's own (G06)
 */
export async function openSession(
  { database, sessions }: Pick<Services, 'database' | 'sessions'>,
  userId: string,
  stays: boolean,
  browser: Browser,
  announces = true,
  proven = true,
): Promise<Opened> {
  const device = isLinkSecret(browser.device) ? browser.device : newLinkSecret();
  await database.asSystem(async (tx) => {
    if (browser.sessionId) await deleteSession(tx, browser.sessionId);
    const strange = await isStrange(tx, userId, hashOf(device));
    if (strange && announces) await announce(tx, userId, browser.inWords, new Date());
  });
  const { cookie } = await sessions.start(userId, stays, proven);
  return { cookie, device };
}

async function announce(tx: Tx, userId: string, device: string, now: Date): Promise<void> {
  const owner = await ownerById(tx, userId);
  if (!owner) return;
  await enqueue(tx, {
    template: 'newDevice',
    props: { name: owner.name, device, at: now.toISOString(), path: href('devices') },
    to: { userId },
    key: `newDevice:${userId}:${device}:${dayKey(now)}`,
  });
}
