import { accountOf } from '~/auth/queries/accounts';
import { page, seeOther } from '~/http/answer';
import { useActionData, useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { keepMailChoices, mailChoicesOf, mailTroubleOf } from '~/mailer/choices/queries';
import { parseMailChoices } from '~/mailer/choices/rules';
import { keepRhythm, lettersThisWeek, rhythmOf } from '~/mailer/daily/queries';
import { DEFAULTS, parseRhythm } from '~/mailer/daily/rules';
import { MailSettingsPage } from '~/mailer/views/settings';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => {
  const { database } = context;
  const [[choices, trouble, rhythm, thisWeek], account] = await Promise.all([
    database.asViewer(viewer.id, (tx) =>
      Promise.all([mailChoicesOf(tx, viewer.id), mailTroubleOf(tx), rhythmOf(tx, viewer.id), lettersThisWeek(tx)]),
    ),
    database.systemStatement((tx) => accountOf(tx, viewer.id)),
  ]);
  return { choices, trouble, rhythm: rhythm ?? DEFAULTS, thisWeek, email: account?.email ?? '', now: new Date() };
});

/** C-15: explicit rows, and exactly what was ticked. */
export const action = membersPost(async ({ context, viewer, form }) => {
  const rhythm = parseRhythm(form);
  if (rhythm && !rhythm.ok) return page({ errors: rhythm.errors }, 422);
  await context.database.asViewer(viewer.id, async (tx) => {
    await keepMailChoices(tx, viewer.id, parseMailChoices(form));
    if (rhythm) await keepRhythm(tx, viewer.id, rhythm.value);
  });
  return seeOther(href('mailSettings', {}, said('courriels-notes')));
});

export const handle = { title: () => 'Les courriels que je reçois' } satisfies PageHandle;

export default function MailSettings() {
  const refused = useActionData<typeof action>();
  return <MailSettingsPage {...useLoaderData<typeof loader>()} errors={refused?.errors ?? {}} />;
}
