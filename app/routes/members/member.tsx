import { Offer } from '~/billing/views/offer';
import { AppError, notFound } from '~/errors';
import { Cover } from '~/files/views/cover';
import { page } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { openCard } from '~/members/commands/look';
import { myLooks } from '~/members/queries/cards';
import { parseMemberId } from '~/members/rules/card';
import { NoMoreLooks } from '~/members/views/looks';
import { MemberPage } from '~/members/views/member';
import { badgesShown } from '~/play/queries/badges';
import { ShownBadges } from '~/play/views/badges';
import { lastSeenInWords, ownStatus } from '~/presence/rules';
import { StatusMark } from '~/presence/views/status';
import type { PageHandle } from '~/root';
import { dueOffer } from '~/routes/billing/due-offer';
import { sharedSalons } from '~/salons/queries/membership';

/** Five statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const memberId = parseMemberId(params.membre);
  if (!memberId) throw notFound();
  const asViewer = context.database.asViewer;
  try {
    const { card, looks } = await openCard(context, viewer, memberId);
    const isMe = card.id === viewer.id;
    const [shared, badges] = await asViewer(viewer.id, (tx) =>
      Promise.all([isMe ? [] : sharedSalons(tx, viewer.id, memberId), badgesShown(tx, memberId)]),
    );
    const status = isMe ? ownStatus(viewer.chosenStatus) : card.status;
    return page({ card: { ...card, status }, looks, isMe, shared, badges, now: new Date() });
  } catch (error) {
    if (!(error instanceof AppError && error.detail === 'profile_views_per_day')) throw error;
    const offer = await dueOffer(context, viewer, 'profile_views_per_day');
    return page({ card: null, looks: await asViewer(viewer.id, myLooks), offer }, 403);
  }
});

type Data = { readonly card: { readonly name: string } | null };

export const handle = { title: ({ card }) => card?.name ?? 'La suite demain' } satisfies PageHandle<Data>;

export default function Member() {
  const data = useLoaderData<typeof loader>();
  if (!data.card)
    return (
      data.looks && <NoMoreLooks looks={data.looks} offer={data.offer && <Offer what="profile_views_per_day" />} />
    );
  const { status, lastSeenAt } = data.card;
  const seen = lastSeenAt && !data.isMe ? `, ${lastSeenInWords(lastSeenAt, data.now)}` : '';
  const presence = (
    <>
      <StatusMark status={status} />
      {seen}
    </>
  );
  const cover = data.card.coverUrl && <Cover address={data.card.coverUrl} />;
  const badges = <ShownBadges badges={data.badges} />;
  return <MemberPage {...data} presence={presence} cover={cover || null} badges={badges} />;
}
