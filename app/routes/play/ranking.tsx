import { AppError } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import { takePart } from '~/play/commands';
import { choicesOf } from '~/play/queries/choices';
import { rankingOf } from '~/play/queries/ranking';
import { parseRankingView, parseTakingPart, RANKING_PAGE } from '~/play/rules/ranking';
import { RankingPage } from '~/play/views/ranking';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { namedSalonsOf } from '~/salons/queries/membership';
import { href } from '~/urls';

/** Three statements. */
export const loader = members(async ({ context, viewer, url }) => {
  const view = parseRankingView(url.searchParams);
  const [ranked, { isRanked }, salons] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      rankingOf(tx, view.isOfWeek, view.salonId, RANKING_PAGE),
      choicesOf(tx, viewer.id),
      namedSalonsOf(tx, viewer.id),
    ]),
  );
  return { view, ranked, isRanked, salons, viewerId: viewer.id, now: new Date() };
});

export const action = membersPost(async ({ context, viewer, form }) => {
  const wanted = parseTakingPart(form);
  if (wanted === null) throw new AppError('invalid', 'participer');
  await takePart(context, viewer, wanted);
  return seeOther(href('ranking', {}, said(wanted ? 'classement-oui' : 'classement-non')));
});

export const handle = { title: () => 'Le classement' } satisfies PageHandle;

export default function Ranking() {
  return <RankingPage {...useLoaderData<typeof loader>()} />;
}
