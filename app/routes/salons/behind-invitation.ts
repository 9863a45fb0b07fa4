/** What stands behind the link of an invitation, for its page and for its picture. */
import { isLinkSecret } from '~/auth/secrets';
import type { Database } from '~/db';
import { salonBehindInvitation } from '~/salons/queries/invitations';
import type { PersonalInvitation } from '~/salons/rules/invitations';

/** Null: rubbish, used, too old, withdrawn, or of a closed salon. */
export async function behindInvitation(
  { database }: { readonly database: Database },
  viewerId: string | null,
  token: string | undefined,
): Promise<PersonalInvitation | null> {
  if (!isLinkSecret(token)) return null;
  return database.asViewer(viewerId, (tx) => salonBehindInvitation(tx, token));
}
