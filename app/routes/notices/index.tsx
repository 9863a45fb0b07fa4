import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { readNotices } from '~/notices/commands';
import { noticesOf } from '~/notices/queries';
import { PAGE_SIZE, parseNoticeId, parseReading } from '~/notices/rules';
import { NoticesPage } from '~/notices/views/list';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, url }) => {
  const before = parseNoticeId(url.searchParams.get('avant'));
  const found = await context.database.asViewer(viewer.id, (tx) => noticesOf(tx, before, PAGE_SIZE + 1));
  const notices = found.slice(0, PAGE_SIZE);
  return {
    notices,
    unread: viewer.unreadNotices,
    next: found.length > PAGE_SIZE ? (notices.at(-1)?.id ?? null) : null,
    isFirst: before === null,
    now: new Date(),
  };
});

/** `lu`: the id of a notice, or `tout` with the newest that was shown in `jusqua`. */
export const action = membersPost(async ({ context, viewer, form }) => {
  const reading = parseReading(form);
  if (!reading) throw new AppError('invalid', 'lu');
  await readNotices(context, viewer, reading);
  return seeOther(href('notices', {}, said('upTo' in reading ? 'avis-lus' : undefined)));
});

export const handle = { title: () => 'Vos avis' } satisfies PageHandle;

export default function Notices() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />;
}
