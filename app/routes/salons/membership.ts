import { notFound } from '~/errors';
import { membersPost } from '~/http/route';
import { joined } from '~/routes/salons/refusals';
import { joinSalon } from '~/salons/commands';
import { parseSalonId } from '~/salons/rules';

/** Joins a public salon from the directory. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  return joined(() => joinSalon(context, viewer, salon));
});
