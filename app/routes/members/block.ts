import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { setBlocked } from '~/members/commands/block';
import { parseMemberId } from '~/members/rules/card';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const memberId = parseMemberId(params.membre);
  if (!memberId) throw notFound();
  const blocked = form.bloquer === 'on';
  await setBlocked(context, viewer, memberId, blocked);
  return seeOther(href('members', {}, said(blocked ? 'bloque' : 'debloque')));
});
