import { file } from '~/http/answer';
import { members } from '~/http/route';
import { journalOf } from '~/play/queries/own';
import { csvOf } from '~/play/rules/csv';
import { fullMoment } from '~/ui/format';

/** Lines of a file: some twenty years of a very busy member. */
const MOST = 100_000;

/** D76: all of it, for a spreadsheet. */
export const loader = members(async ({ context, viewer }) => {
  const everything = { name: null, kinds: [], after: null };
  const lines = await context.database.asViewer(viewer.id, (tx) => journalOf(tx, viewer.id, everything, MOST));
  const rows = lines.map(({ createdAt, title, points }) => [fullMoment(createdAt), title, points]);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="mon-journal.csv"',
    'Cache-Control': 'private, no-store',
  };
  return file(new Response(csvOf(['Quand', 'Quoi', 'Points'], rows), { headers }));
});
