/** Statements of invitations. The functions of the database judge; they lock the salon first. */
import type { Tx } from '~/db';
import type { Joined } from '~/salons/queries/membership';
import {
  INVITATION_KEPT_DAYS,
  type NewInvitation,
  type PersonalInvitation,
  type SentInvitation,
} from '~/salons/rules/invitations';

/** Null: no salon of hers. @throws AppError forbidden (`unconfirmed`, `closed`) */
export async function createInvitation(
  tx: Tx,
  salonId: string,
  { email, people, key }: NewInvitation,
): Promise<string | null> {
  const [made] = await tx<{ id: string | null }[]>`
    select create_salon_invitation(${salonId}, ${email}, ${people}, ${key}) as id`;
  return made?.id ?? null;
}

/** False: none of hers that could still be used. */
export async function resendInvitation(tx: Tx, salonId: string, id: string): Promise<boolean> {
  const [answer] = await tx<{ done: boolean }[]>`
    select coalesce(resend_salon_invitation(${salonId}, ${id}), false) as done`;
  return answer?.done === true;
}

/** False: none of hers. */
export async function withdrawInvitation(tx: Tx, salonId: string, id: string): Promise<boolean> {
  const [answer] = await tx<{ done: boolean }[]>`
    select coalesce(withdraw_salon_invitation(${salonId}, ${id}), false) as done`;
  return answer?.done === true;
}

/** Those that the viewer has sent from this salon, the newest first. */
export async function invitationsOf(tx: Tx, viewerId: string, salonId: string): Promise<SentInvitation[]> {
  return tx<SentInvitation[]>`
    select id, email, max_uses, uses, sent_at, expires_at, accepted_at, revoked_at
    from salon_invitations
    where salon_id = ${salonId} and invited_by = ${viewerId}
    order by sent_at desc, id
    limit 100`;
}

/** What stands behind the link of a letter, for anybody. Null: it opens nothing. */
export async function salonBehindInvitation(tx: Tx, token: string): Promise<PersonalInvitation | null> {
  const [found] = await tx<PersonalInvitation[]>`
    select
      id, name, description, category, city, color_theme, visibility, member_count, owner_name, is_member,
      house_rules, inviter_name, expires_at
    from salon_behind_invitation(${token})`;
  return found ?? null;
}

/** Null: it opens nothing. @throws AppError forbidden (`banned`), payment_required (`salons_joined`) */
export async function joinByInvitation(tx: Tx, token: string): Promise<Joined | null> {
  const [found] = await tx<Joined[]>`
    select salon_id, joined
    from join_salon_via_invitation(${token})`;
  return found ?? null;
}

/** Addresses that nobody answered from are not kept. As the system role. */
export async function forgetOldInvitations(tx: Tx): Promise<void> {
  await tx`
    delete from salon_invitations
    where expires_at < now() - make_interval(days => ${INVITATION_KEPT_DAYS})`;
}
