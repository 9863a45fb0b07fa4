/** The verbs of invitations. Its letter is written in the transaction that makes an invitation. */

import type { Viewer } from '~/auth/rules/viewer';
import { notFound } from '~/errors';
import { type Entry, joining, type Services } from '~/salons/commands';
import * as queries from '~/salons/queries/invitations';
import { membersTopic } from '~/salons/rules';
import {
  INVITATIONS_MAILBOX,
  type InvitationAct,
  invitationLimitOf,
  type NewInvitation,
} from '~/salons/rules/invitations';

/**
 * F09: one letter to this address. Whoever is still waiting is written to again.
 * @throws AppError not_found (no member), forbidden (`unconfirmed`, `closed`), too_many
 */
export async function invite(
  { database, limits }: Services,
  viewer: Viewer,
  salonId: string,
  invitation: NewInvitation,
): Promise<void> {
  await limits.take([invitationLimitOf(viewer), viewer.id], [INVITATIONS_MAILBOX, invitation.email.toLowerCase()]);
  const made = await database.asViewer(viewer.id, (tx) => queries.createInvitation(tx, salonId, invitation));
  if (!made) throw notFound();
}

/** @throws AppError not_found (none of hers, or used up), too_many */
export async function ruleInvitation(
  { database, limits }: Services,
  viewer: Viewer,
  salonId: string,
  id: string,
  act: InvitationAct,
): Promise<void> {
  if (act === 'renvoyer') await limits.take([invitationLimitOf(viewer), viewer.id]);
  const done = await database.asViewer(viewer.id, (tx) =>
    act === 'renvoyer' ? queries.resendInvitation(tx, salonId, id) : queries.withdrawInvitation(tx, salonId, id),
  );
  if (!done) throw notFound();
}

/** @throws AppError not_found (it opens nothing), forbidden (`banned`), payment_required (`salons_joined`) */
export async function joinByInvitation(services: Services, viewerId: string, token: string): Promise<Entry> {
  const { hub } = services;
  const joined = await joining(services, viewerId, (tx) => queries.joinByInvitation(tx, token));
  if (!joined) throw notFound();
  if (joined.joined) hub.wakeTopic(membersTopic.of(joined.salonId));
  return { salon: joined.salonId, earned: joined.earned };
}
