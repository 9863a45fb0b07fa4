import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { benchOf, decidedReports, openReports } from '~/moderation/queries';
import { QueuePage } from '~/moderation/views/queue';
import type { PageHandle } from '~/root';

/** The team's queue, and that of who owns a salon; for everybody else it is not there. */
export const loader = members(async ({ context, viewer }) =>
  context.database.asSystem(async (tx) => {
    const [{ isStaff, owns }, open, decided] = await Promise.all([
      benchOf(tx, viewer.id),
      openReports(tx, viewer.id),
      decidedReports(tx, viewer.id),
    ]);
    if (!isStaff && !owns) throw notFound();
    return { open, decided, isStaff, now: new Date() };
  }),
);

export const handle = { title: () => 'Signalements', isPrivate: true } satisfies PageHandle;

export default function Reports() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
