import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { membersPost } from '~/http/route';
import { said } from '~/routes/flashes';
import { showLastWords } from '~/salons/commands';
import { parseSalonId } from '~/salons/rules';
import { href } from '~/urls';

/** The owner's choice, on the page that shows what others see of her salon. */
export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  if (!salon) throw notFound();
  const wanted = form.montrer === 'on';
  await showLastWords(context, viewer, salon, wanted);
  return seeOther(href('lookAtSalon', { salon }, said(wanted ? 'mots-montres' : 'mots-caches')));
});
