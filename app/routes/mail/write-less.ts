import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { anyonePosts } from '~/http/route';
import { behindLink } from '~/mailer/choices/behind';
import { writeLess } from '~/mailer/daily/queries';
import { href } from '~/urls';

/** « Moins souvent », from a letter and without signing in (C-14). An address without an account has no rhythm. */
export const action = anyonePosts(async ({ context, params }) => {
  const { whose } = await behindLink(context.database, params.jeton);
  if (whose.is !== 'member') throw notFound();
  await context.database.asSystem((tx) => writeLess(tx, whose.userId));
  return seeOther(href('unsubscribe', { jeton: params.jeton ?? '' }));
});
