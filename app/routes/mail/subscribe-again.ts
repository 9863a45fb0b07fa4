import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { behindLink } from '~/mailer/choices/behind';
import { switchMail } from '~/mailer/choices/queries';
import { href } from '~/urls';

/** Only what this very link had switched off: it cannot consent to anything else. */
export const action = anyonePosts(async ({ context, params }) => {
  const { whose, kind } = await behindLink(context.database, params.jeton);
  await context.database.asSystem((tx) => switchMail(tx, whose, kind, true));
  return seeOther(href('unsubscribe', { jeton: params.jeton ?? '' }));
});
