import { anyone } from '~/http/route';
import { pictureAnswer } from '~/routes/salons/picture-answer';
import { salonBehindLink } from '~/salons/commands';

/** Open Graph asks for it without a session; wrong codes count as guesses here too. */
export const loader = anyone(async ({ context, viewer, params }) => {
  const { salon } = await salonBehindLink(context, viewer?.id ?? null, params.code, context.ip);
  return pictureAnswer(salon);
});
