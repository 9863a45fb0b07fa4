import { isPassword } from '../passwords';
import * as queries from '../queries/accounts';
import type { SignIn } from '../rules/sign-in';
import { openSession } from './open-session';
import type { Browser, Opened, Services } from './services';

/**
 * Opens a session for the owner of this address and password. A wrong password and an unknown address do the same
 * work and get the same answer: null (A06, reliability 10). May send `newDevice`.
 * @throws AppError too_many after ten wrong passwords for one address from one place in a quarter of an hour
 */
export async function signIn(services: Services, form: SignIn, browser: Browser): Promise<Opened | null> {
  const { database, limits } = services;
  const attempt = `${form.email.toLowerCase()} ${browser.ip}`;
  await limits.check('signInPair', attempt);
  await limits.check('signInPlace', browser.ip);
  const account = await database.systemStatement((tx) => queries.credentialsOf(tx, form.email));
  const opens = await isPassword(form.password, account?.passwordHash ?? null);
  if (!account || !opens) {
    await limits.count('signInPair', attempt);
    await limits.count('signInPlace', browser.ip);
    return null;
  }
  await limits.forget('signInPair', attempt);
  return openSession(services, account.id, form.stays, browser);
}
