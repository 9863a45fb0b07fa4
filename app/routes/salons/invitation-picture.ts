import { notFound } from '~/errors';
import { anyone } from '~/http/route';
import { behindInvitation } from '~/routes/salons/behind-invitation';
import { pictureAnswer } from '~/routes/salons/picture-answer';

export const loader = anyone(async ({ context, viewer, params }) => {
  const salon = await behindInvitation(context, viewer?.id ?? null, params.jeton);
  if (!salon) throw notFound();
  return pictureAnswer(salon);
});
