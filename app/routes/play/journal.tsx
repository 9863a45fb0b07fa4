import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { journalOf } from '~/play/queries/own';
import { JOURNAL_PAGE, parseJournalFilter } from '~/play/rules/journal';
import { JournalPage } from '~/play/views/journal';
import type { PageHandle } from '~/root';
import { href } from '~/urls';

/** One statement. */
export const loader = members(async ({ context, viewer, url }) => {
  const filter = parseJournalFilter(url.searchParams);
  const found = await context.database.asViewer(viewer.id, (tx) => journalOf(tx, viewer.id, filter, JOURNAL_PAGE + 1));
  const lines = found.slice(0, JOURNAL_PAGE);
  const last = found.length > JOURNAL_PAGE ? lines.at(-1) : undefined;
  const older = last ? href('journal', {}, { genre: filter.name ?? undefined, apres: last.id }) : null;
  return { lines, filter: filter.name, older, now: new Date() };
});

export const handle = { title: () => 'Mon journal' } satisfies PageHandle;

export default function Journal() {
  return <JournalPage {...useLoaderData<typeof loader>()} />;
}
