import { AppError, notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { answerRequest } from '~/salons/commands/requests';
import { askersAt } from '~/salons/queries/requests';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { keeps } from '~/salons/rules/keeping';
import { parseAnswer } from '~/salons/rules/requests';
import { RequestsPage } from '~/salons/views/requests';
import { href } from '~/urls';

/** Two statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const [room, askers] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), askersAt(tx, salonId)]),
  );
  if (!room) throw notFound();
  if (!keeps(room.role)) throw new AppError('forbidden', 'keepers_only');
  return { salon: { id: room.id, name: room.name }, askers, now: new Date() };
});

export const action = membersPost(async ({ context, viewer, params, form }) => {
  const salon = parseSalonId(params.salon);
  const asker = parseSalonId(form.membre);
  const welcome = parseAnswer(form.action);
  if (!salon) throw notFound();
  // What is no salon of hers is not there, whatever was sent.
  if (!asker || welcome === null) {
    if (!(await context.database.asViewer(viewer.id, (tx) => roomFor(tx, viewer.id, salon)))) throw notFound();
    throw new AppError('invalid', 'action');
  }
  const back = (word: Parameters<typeof said>[0]) => seeOther(href('salonRequests', { salon }, said(word)));
  try {
    const done = await answerRequest(context, viewer, salon, asker, welcome);
    return back(done ? (welcome ? 'demande-acceptee' : 'demande-refusee') : 'demande-passee');
  } catch (error) {
    if (!(error instanceof AppError) || error.detail !== 'asker_full') throw error;
    return back('demande-complete');
  }
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Demandes · ${salon.name}` } satisfies PageHandle<Data>;

export default function Requests() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
