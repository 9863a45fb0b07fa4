import { allowanceFor } from '~/billing/queries/plans';
import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { dueOffer } from '~/routes/billing/due-offer';
import { salonSeenFromOutside, salonsOf } from '~/salons/queries/lists';
import { isFull, parseSalonId } from '~/salons/rules';
import { LookPage } from '~/salons/views/look';
import { accentsOf } from '~/salons/views/mark';

/** Two statements; one more for who is in as many salons as she may be. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const found = await context.database.asViewer(viewer.id, async (tx) => {
    const [salon, places] = await Promise.all([
      salonSeenFromOutside(tx, viewer.id, salonId),
      allowanceFor(tx, 'salons_joined'),
    ]);
    if (!salon) throw notFound();
    return { salon, places, mine: isFull(places) ? await salonsOf(tx, viewer.id) : [], now: new Date() };
  });
  const offer = isFull(found.places) && !found.salon.isMember && (await dueOffer(context, viewer, 'salons_joined'));
  return { ...found, offer };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon }) => `Jeter un œil à ${salon.name}`,
  description: ({ salon }) => salon.description,
  css: ({ salon }) => accentsOf([salon]),
} satisfies PageHandle<Data>;

export default function Look() {
  return <LookPage {...useLoaderData<typeof loader>()} />;
}
