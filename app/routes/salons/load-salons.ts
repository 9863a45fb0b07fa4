/** The salons page: mine, those to discover, and what the plan leaves. Three statements. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { allowanceFor } from '~/billing/queries/plans';
import { dueOffer } from '~/routes/billing/due-offer';
import { salonsOf, salonsToDiscover } from '~/salons/queries/lists';
import { DISCOVERED, isFull } from '~/salons/rules';
import { parseSalonSearch } from '~/salons/rules/search';

export async function loadSalons(context: AppLoadContext, viewer: Viewer, url: URL) {
  const search = parseSalonSearch(url.searchParams);
  const [mine, found, places] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([salonsOf(tx, viewer.id), salonsToDiscover(tx, viewer.id, search), allowanceFor(tx, 'salons_joined')]),
  );
  const offer = isFull(places) && (await dueOffer(context, viewer, 'salons_joined'));
  const others = found.slice(0, DISCOVERED);
  return { mine, others, next: found.length > DISCOVERED ? (others.at(-1)?.id ?? null) : null, places, offer, search };
}
