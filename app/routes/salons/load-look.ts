/** A salon before one joins, for the page that shows it and for a request that is refused there. */
import { allowanceFor } from '~/billing/queries/plans';
import { notFound } from '~/errors';
import { members } from '~/http/route';
import { dueOffer } from '~/routes/billing/due-offer';
import { salonSeenFromOutside, salonsOf } from '~/salons/queries/lists';
import { isFull, parseSalonId } from '~/salons/rules';

/** Two statements; one more for who is in as many salons as she may be. */
export const loadLook = members(async ({ context, viewer, params }) => {
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

export type LookData = Awaited<ReturnType<typeof loadLook>>;
