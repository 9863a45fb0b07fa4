import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { anyone, anyonePosts } from '~/http/route';
import { behindLink } from '~/mailer/choices/behind';
import { switchMail } from '~/mailer/choices/queries';
import { perWeekOf } from '~/mailer/daily/queries';
import { UnsubscribePage } from '~/mailer/views/unsubscribe';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

export const loader = anyone(async ({ context, params }) => {
  const { whose, kind, choices, wanted } = await behindLink(context.database, params.jeton);
  const perWeek = whose.is === 'member' ? await context.database.asSystem((tx) => perWeekOf(tx, whose.userId)) : null;
  const othersWanted = choices.filter((choice) => choice.wanted && choice.kind !== kind).length;
  return { token: params.jeton ?? '', kind, wanted, othersWanted, perWeek };
});

/** RFC 8058: the mail program's own POST is answered 200 and never redirected; the page's button leads back to the page. */
export const action = anyonePosts(async ({ context, params, form }) => {
  if (form['List-Unsubscribe'] !== 'One-Click') throw new AppError('invalid', 'not one click');
  const { whose, kind } = await behindLink(context.database, params.jeton);
  await context.database.asSystem((tx) => switchMail(tx, whose, kind, false));
  return form.page === 'oui' ? seeOther(href('unsubscribe', { jeton: params.jeton ?? '' })) : null;
});

export const handle = { title: () => 'Vos courriels', isPrivate: true } satisfies PageHandle;

export default function Unsubscribe() {
  return <UnsubscribePage {...useLoaderData<typeof loader>()} />;
}
