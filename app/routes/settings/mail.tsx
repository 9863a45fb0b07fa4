import { accountOf } from '~/auth/queries/accounts';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { keepMailChoices, mailChoicesOf, mailTroubleOf } from '~/mailer/choices/queries';
import { parseMailChoices } from '~/mailer/choices/rules';
import { MailSettingsPage } from '~/mailer/views/settings';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => {
  const { database } = context;
  const [[choices, trouble], account] = await Promise.all([
    database.asViewer(viewer.id, (tx) => Promise.all([mailChoicesOf(tx, viewer.id), mailTroubleOf(tx)])),
    database.systemStatement((tx) => accountOf(tx, viewer.id)),
  ]);
  return { choices, trouble, email: account?.email ?? '', now: new Date() };
});

/** C-15: explicit rows, and exactly what was ticked. */
export const action = membersPost(async ({ context, viewer, form }) => {
  await context.database.asViewer(viewer.id, (tx) => keepMailChoices(tx, viewer.id, parseMailChoices(form)));
  return seeOther(href('mailSettings', {}, said('courriels-notes')));
});

export const handle = { title: () => 'Les courriels que je reçois' } satisfies PageHandle;

export default function MailSettings() {
  return <MailSettingsPage {...useLoaderData<typeof loader>()} />;
}
