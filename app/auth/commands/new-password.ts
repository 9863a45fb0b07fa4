import type { Tx } from '~/db';
import { AppError } from '~/errors';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { hashPassword } from '../passwords';
import { ownerById, provedAddress, setPassword } from '../queries/accounts';
import { deleteSessionsOf } from '../queries/sessions';
import { deleteTokensOf, exchangedCode, type LivingToken, livingToken, usedLink } from '../queries/tokens';
import { endedWait } from '../queries/waits';
import { hashOf, newLinkSecret } from '../secrets';
import { hashed, tryCode } from './letters';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';
import { welcome } from './use-letter';

/** Whose password the link of a reset letter would change, without using it; null: used, replaced or too old. */
export async function lookAtReset({ database }: Pick<Services, 'database'>, link: string): Promise<LivingToken | null> {
  const hash = hashed(link);
  return hash ? database.systemStatement((tx) => livingToken(tx, hash, 'reset')) : null;
}

/**
 * The code of a reset letter, typed in the browser that asked for it.
 * @returns the link that it opens, good once and as long as the letter was; null: wrong, used, replaced, too old, or
 * tried five times
 * @throws AppError too_many as `tryCode`
 */
export function openReset(services: Services, code: string, email: string, browser: Browser): Promise<string | null> {
  const link = newLinkSecret();
  return tryCode(services, email, browser, () =>
    services.database.asSystem(async (tx) =>
      (await exchangedCode(tx, code, hashed(browser.wait), hashOf(link))) ? link : null,
    ),
  );
}

/**
 * A09: the new password stands, every session and every other letter of the account is over, the address is confirmed,
 * the owner is told (`passwordChanged`), and this browser is in. The caller rings the ended streams.
 * @throws AppError not_found when the link opens nothing any more
 */
export async function chooseNewPassword(
  services: Services,
  link: string,
  password: string,
  browser: Browser,
): Promise<{ opened: Opened; userId: string; back: string }> {
  const hash = hashed(link);
  if (!hash) throw new AppError('not_found');
  const passwordHash = await hashPassword(password);
  const now = new Date();
  const { userId, wait } = await services.database.asSystem(async (tx) => {
    const token = await usedLink(tx, hash, 'reset', null);
    if (!token) throw new AppError('not_found');
    const wait = await endedWait(tx, token.browserHash);
    const { first } = await provedAddress(tx, token.userId, true);
    await setPassword(tx, token.userId, passwordHash);
    await deleteSessionsOf(tx, token.userId);
    await deleteTokensOf(tx, token.userId);
    if (first) await welcome(tx, token.userId);
    await tellOwner(tx, token.userId, now);
    return { userId: token.userId, wait };
  });
  const opened = await openSession(services, userId, false, browser, false);
  return { opened, userId, back: wait?.back ?? '/' };
}

async function tellOwner(tx: Tx, userId: string, now: Date): Promise<void> {
  const owner = await ownerById(tx, userId);
  if (!owner) return;
  await enqueue(tx, {
    template: 'passwordChanged',
    props: { name: owner.name, at: now.toISOString(), path: href('forgottenPassword') },
    to: { userId },
  });
}
