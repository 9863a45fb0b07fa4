import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { FLASH } from '~/http/flash';
import { membersPost } from '~/http/route';
import { joinSalon } from '~/salons/commands';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** Joins a public salon from the directory. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  await joinSalon(context, viewer, salon);
  return seeOther(href('salon', { salon }, { [FLASH]: 'rejoint' }));
});
