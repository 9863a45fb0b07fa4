/** The viewer's salons, if she is in as many as she may be: the page of an invitation says so before she presses. */
import { allowanceFor } from '~/billing/queries/plans';
import type { RequestContext, Viewer } from '~/context';
import { dueOffer } from '~/routes/billing/due-offer';
import { salonsOf } from '~/salons/queries/lists';
import { isFull } from '~/salons/rules';

export async function fullOf(context: RequestContext, viewer: Viewer | null, isMember: boolean) {
  if (!viewer || isMember) return null;
  const full = await context.database.asViewer(viewer.id, async (tx) => {
    const places = await allowanceFor(tx, 'salons_joined');
    return isFull(places) ? { places, salons: await salonsOf(tx, viewer.id) } : null;
  });
  return full && { ...full, offer: await dueOffer(context, viewer, 'salons_joined') };
}
