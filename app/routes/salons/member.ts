import { AppError, notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import type { FlashName } from '~/routes/flashes';
import { said } from '~/routes/flashes';
import { ruleMember } from '~/salons/commands/keeping';
import { parseSalonId } from '~/salons/rules';
import { type Act, parseAct } from '~/salons/rules/keeping';
import { parseSilence } from '~/salons/rules/order';
import { href } from '~/urls';

const DONE: Readonly<Record<Act, FlashName>> = {
  retirer: 'membre-retire',
  moderateur: 'role-donne',
  membre: 'role-donne',
  proprietaire: 'salon-confie',
  silence: 'membre-silence',
  parole: 'membre-parole',
};

/** Owner's and moderators' powers over one member. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  const member = parseSalonId(params.membre);
  if (!salon || !member) throw notFound();
  const act = parseAct(form.action);
  const hours = parseSilence(form.duree);
  if (!act || (act === 'silence' && hours === null)) throw new AppError('invalid');
  try {
    await ruleMember(context, viewer, salon, member, { act, hours: hours ?? 0 });
  } catch (error) {
    if (!(error instanceof AppError) || error.detail !== 'heir_full') throw error;
    return seeOther(href('keepMember', { salon, membre: member }, said('confie-refuse')));
  }
  return seeOther(href('salonMembers', { salon }, said(DONE[act])));
});
