/** What admins do, and what is written down of it. */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import { deleteStop } from '~/mailer/queries/letters';
import { type AddressState, type LetterLine, lettersTo, noteLook, stateOfAddress } from './queries';

export type MailHistory = AddressState & { readonly email: string; readonly letters: readonly LetterLine[] };

/** C-03: which letters an address was sent, and why nothing arrives. Leaves a line in its member's journal (U17). */
export function lookUpAddress(database: Database, viewer: Viewer, email: string): Promise<MailHistory> {
  return database.asSystem(async (tx) => {
    const state = await stateOfAddress(tx, email);
    if (state.accountId) await noteLook(tx, viewer.id, state.accountId, 'mail_history');
    return { ...state, email, letters: await lettersTo(tx, email, state.accountId) };
  });
}

/** The address is written to again. The next bounce stops it again. */
export function liftStop(database: Database, viewer: Viewer, email: string): Promise<boolean> {
  return database.asSystem(async (tx) => {
    const lifted = await deleteStop(tx, email);
    const { accountId } = await stateOfAddress(tx, email);
    if (lifted && accountId) await noteLook(tx, viewer.id, accountId, 'mail_stop_lifted');
    return lifted;
  });
}
