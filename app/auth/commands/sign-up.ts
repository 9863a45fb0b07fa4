import { AppError } from '~/errors';
import { hashPassword } from '../passwords';
import * as queries from '../queries/accounts';
import type { SignUp } from '../rules/sign-up';
import type { Doors } from './doors';

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
