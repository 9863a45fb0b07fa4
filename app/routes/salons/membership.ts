import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { joinSalon } from '~/salons/commands';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** Joins a public salon from the directory. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  await joinSalon(context, viewer, salon);
  return seeOther(href('salon', { salon }, said('rejoint')));
});
