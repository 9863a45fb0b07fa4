import { createTurns, inTurn } from '~/turns';
import { hashPassword, isFormerHash, isPassword } from '../passwords';
import * as queries from '../queries/accounts';
import { isKnownDevice } from '../queries/devices';
import { SIGN_IN_ACCOUNT, SIGN_IN_PAIR, SIGN_IN_PLACE } from '../rules/limits';
import type { SignIn } from '../rules/sign-in';
import { hashed } from './letters';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';

/**
 * As many as passwords are hashed at once, and one more that asks the database meanwhile. Sign-ins that all begin at
 * once would hold every connection of the system role, and each page needs one to know who asks.
 */
const judging = createTurns({ name: 'sign-in queue', atOnce: 3, queue: 400, patience: 10_000 });

/**
 * Opens a session for the owner of this address and password. A wrong password and an unknown address do the same
 * work and get the same answer: null (A06, reliability 10). May send `newDevice`.
 * @throws AppError too_many in a quarter of an hour after ten wrong passwords for one address from one place, sixty from
 * one place, or thirty for one address from browsers that its owner has never signed in with;
 * unavailable when too many sign in at the same moment
 */
export function signIn(services: Services, form: SignIn, browser: Browser): Promise<Opened | null> {
  return inTurn(judging, () => judged(services, form, browser));
}

async function judged(services: Services, form: SignIn, browser: Browser): Promise<Opened | null> {
  const { database, limits } = services;
  const email = form.email.toLowerCase();
  const pair = [SIGN_IN_PAIR, `${email} ${browser.ip}`] as const;
  const known = await database.systemStatement((tx) => isKnownDevice(tx, form.email, hashed(browser.device)));
  const everywhere = known ? [] : [[SIGN_IN_ACCOUNT, email] as const];
  const account = await limits.judge([pair, [SIGN_IN_PLACE, browser.ip], ...everywhere], async () => {
    const found = await database.systemStatement((tx) => queries.credentialsOf(tx, form.email));
    return (await isPassword(form.password, found?.passwordHash ?? null)) ? found : null;
  });
  if (!account) return null;
  await limits.forget(pair);
  if (isFormerHash(account.passwordHash)) {
    const passwordHash = await hashPassword(form.password);
    await database.systemStatement((tx) => queries.setPassword(tx, account.id, passwordHash));
  }
  return openSession(services, account.id, form.stays, browser);
}
