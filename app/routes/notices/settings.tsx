import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { chooseNotices } from '~/notices/commands';
import { refusedKinds } from '~/notices/queries';
import { parseRefusals } from '~/notices/rules';
import { NoticeSettingsPage } from '~/notices/views/settings';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer }) => ({
  refused: await context.database.asViewer(viewer.id, (tx) => refusedKinds(tx, viewer.id)),
}));

export const action = membersPost(async ({ context, viewer, form }) => {
  await chooseNotices(context, viewer, parseRefusals(form));
  return seeOther(href('noticeSettings', {}, said('avis-choisis')));
});

export const handle = { title: () => 'Les avis que je reçois' } satisfies PageHandle;

export default function NoticeSettings() {
  return <NoticeSettingsPage {...useLoaderData<typeof loader>()} />;
}
