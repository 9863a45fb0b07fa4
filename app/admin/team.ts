/** Who writes the courses: admins say so, and each of these acts is read by whom it is about (U17). */

import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { AppError, notFound } from '~/errors';
import { colleagueOf, giveRole, lockAdmins, roleAt } from '~/members/queries/roles';
import { noteLook } from './queries';
import { type NamingRefusal, whyNotAuthor } from './rules';

/**
 * An account that was found by its address and stays as it is leaves a line too.
 * @returns why not, or null once it is done
 * @throws AppError not_found (the viewer is no admin any more)
 */
export function nameAuthor(database: Database, viewer: Viewer, email: string): Promise<NamingRefusal | null> {
  return asAdmin(database, viewer, async (tx) => {
    const account = await roleAt(tx, email);
    if (!account) return 'unknown';
    const refusal = whyNotAuthor(account);
    if (!refusal) await giveRole(tx, account.id, 'author');
    await noteLook(tx, viewer.id, account.id, refusal ? 'address_looked_up' : 'role_given');
    return refusal;
  });
}

/**
 * An author or an admin is a member again. Whoever asks stays an admin, so that there is always one.
 * @throws AppError conflict (her own), not_found (no such colleague; the viewer is no admin any more)
 */
export function takeRoleBack(database: Database, viewer: Viewer, id: string): Promise<void> {
  return asAdmin(database, viewer, async (tx) => {
    if (id === viewer.id) throw new AppError('conflict', 'own');
    if (!(await colleagueOf(tx, id))) throw notFound();
    await giveRole(tx, id, 'member');
    await noteLook(tx, viewer.id, id, 'role_taken');
  });
}

/** Under the lock of all admins' rows: the viewer's right is asked for again where it is used. */
export function asAdmin<T>(database: Database, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asSystem(async (tx) => {
    if (!(await lockAdmins(tx)).includes(viewer.id)) throw notFound();
    return work(tx);
  });
}
