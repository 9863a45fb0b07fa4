import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { behindLink } from '~/mailer/choices/behind';
import { switchMail } from '~/mailer/choices/queries';
import { href } from '~/urls';

export const action = anyonePosts(async ({ context, params }) => {
  const { whose } = await behindLink(context.database, params.jeton);
  await context.database.asSystem((tx) => switchMail(tx, whose, null, false));
  return seeOther(href('unsubscribe', { jeton: params.jeton ?? '' }));
});
