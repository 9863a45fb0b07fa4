import { AppError, notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { ruleInvitation } from '~/salons/commands/invitations';
import { parseSalonId } from '~/salons/rules';
import { parseInvitationAct } from '~/salons/rules/invitations';
import { href } from '~/urls';

/** Sends one of her invitations again, or withdraws it. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  const invitation = parseSalonId(params.invitation);
  if (!salon || !invitation) throw notFound();
  const act = parseInvitationAct(form.action);
  if (!act) throw new AppError('invalid', 'action');
  await ruleInvitation(context, viewer, salon, invitation, act);
  const done = act === 'renvoyer' ? 'invitation-renvoyee' : 'invitation-retiree';
  return seeOther(href('salonInvitations', { salon }, said(done)));
});
