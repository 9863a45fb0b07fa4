/** U12: a card of paper opens the account once, when everything else is lost. */
import type { Tx } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { ownerById } from '../queries/accounts';
import * as queries from '../queries/recovery-codes';
import type { CardSignIn } from '../rules/card';
import { CARD_PAIR, CARD_PLACE } from '../rules/limits';
import type { Viewer } from '../rules/viewer';
import { hashOf, newRecoveryCode } from '../secrets';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';

/** A new code; the card before dies. The code is shown and kept nowhere. */
export async function makeCard({ database }: Pick<Services, 'database'>, viewer: Viewer): Promise<string> {
  const code = newRecoveryCode();
  await database.systemStatement((tx) => queries.putCode(tx, viewer.id, hashOf(code)));
  return code;
}

/**
 * Opens a session with address and code, uses the card up and tells the owner. An unknown address and a wrong code are
 * one answer and one statement: null.
 * @throws AppError too_many after ten wrong ones for one address from one place, or thirty from one place
 */
export async function signInByCard(
  services: Services,
  { email, code, stays }: CardSignIn,
  browser: Browser,
): Promise<Opened | null> {
  const { database, limits } = services;
  const counted = [[CARD_PAIR, `${email.toLowerCase()} ${browser.ip}`] as const, [CARD_PLACE, browser.ip] as const];
  const use = async (tx: Tx): Promise<string | null> => {
    const taken = await queries.takeCode(tx, email, hashOf(code));
    const owner = taken && (await ownerById(tx, taken));
    if (!owner) return null;
    const props = {
      name: owner.name,
      device: browser.inWords,
      at: new Date().toISOString(),
      path: href('devices'),
    };
    await enqueue(tx, { template: 'cardUsed', props, to: { userId: owner.id } });
    return owner.id;
  };
  const userId = await limits.judge(counted, () => database.asSystem(use));
  return userId ? openSession(services, userId, stays, browser, false) : null;
}
