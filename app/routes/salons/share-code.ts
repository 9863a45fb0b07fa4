import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { renewShareCode } from '~/salons/commands/keeping';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

export const action = membersPost(async ({ context, viewer, params }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  await renewShareCode(context, viewer, salon);
  return seeOther(href('salonSettings', { salon }, said('code-change')));
});
