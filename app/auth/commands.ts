/** The verbs of the doors that exist: a password opens an account, or a form makes one. */
import type { Database } from '~/db';
import { AppError } from '~/errors';
import type { Limits } from '~/http/rate-limit';
import { hashPassword, isPassword } from './passwords';
import * as queries from './queries';
import type { SignIn, SignUp, Theme } from './rules';
import type { Sessions } from './sessions';

export type Doors = { readonly database: Database; readonly sessions: Sessions; readonly limits: Limits };

/**
 * Opens a session for the owner of this address and password. A wrong password and an unknown address do the same
 * work and get the same answer: null (A06, reliability 10).
 * @throws AppError too_many after ten wrong passwords for one address from one place in a quarter of an hour
 */
export async function signIn(doors: Doors, form: SignIn, ip: string): Promise<{ cookie: string } | null> {
  const { database, limits, sessions } = doors;
  const attempt = `${form.email.toLowerCase()} ${ip}`;
  await limits.check('signInPair', attempt);
  await limits.check('signInPlace', ip);
  const account = await database.systemStatement((tx) => queries.credentialsOf(tx, form.email));
  const opens = await isPassword(form.password, account?.passwordHash ?? null);
  if (!account || !opens) {
    await limits.count('signInPair', attempt);
    await limits.count('signInPlace', ip);
    return null;
  }
  await limits.forget('signInPair', attempt);
  return sessions.start(account.id, form.stays);
}

/**
 * Account and profile in one transaction (D01), and a session.
 * @throws AppError conflict when the address already has an account; too_many from one place
 */
export async function signUp(doors: Doors, form: SignUp, ip: string): Promise<{ cookie: string }> {
  const { database, limits, sessions } = doors;
  await limits.take('signUpPlace', ip);
  const passwordHash = await hashPassword(form.password);
  const userId = await database.asSystem(async (tx) => {
    const made = await queries.insertUser(tx, form.email, passwordHash);
    if (!made) throw new AppError('conflict', 'email');
    await queries.nameProfile(tx, made, form.name);
    return made;
  });
  return sessions.start(userId, false);
}

export async function rememberComfort(
  database: Database,
  userId: string,
  textSize: number,
  theme: Theme | null,
): Promise<void> {
  await database.systemStatement((tx) => queries.savedComfort(tx, userId, textSize, theme));
}
