/** D24: whether an offer goes with a limit that has just been met. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { noteOffer, offerIsDue } from '~/billing/queries/offers';
import type { Limited } from '~/billing/rules/plans';

/** The same one not twice in seven days. That it was shown is written after the answer: no GET writes before it. */
export async function dueOffer(
  { database, afterAnswer }: Pick<AppLoadContext, 'database' | 'afterAnswer'>,
  viewer: Viewer,
  what: Limited,
): Promise<boolean> {
  const isDue = await database.asViewer(viewer.id, (tx) => offerIsDue(tx, what));
  if (isDue) afterAnswer(() => database.asViewer(viewer.id, (tx) => noteOffer(tx, what, 'shown')));
  return isDue;
}
