/** The salons page: mine, those to discover, what the plan leaves, and ideas for who wants them. Three statements, with ideas four. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { wishesAndPlacesOf } from '~/members/queries/suggestions';
import { BESIDE } from '~/members/rules/suggestions';
import { dueOffer } from '~/routes/billing/due-offer';
import { salonSuggestions } from '~/routes/welcome/load-suggestions';
import { salonsOf, salonsToDiscover } from '~/salons/queries/lists';
import { DISCOVERED, isFull } from '~/salons/rules';
import { parseSalonSearch } from '~/salons/rules/search';

export async function loadSalons(context: AppLoadContext, viewer: Viewer, url: URL) {
  const search = parseSalonSearch(url.searchParams);
  const [mine, found, { wishes, places }] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([salonsOf(tx, viewer.id), salonsToDiscover(tx, viewer.id, search), wishesAndPlacesOf(tx, viewer.id)]),
  );
  const isSearched = [search.q, search.city, search.category, search.after].some(Boolean);
  const asksIdeas = !isSearched && !isFull(places) && wishes?.answers?.suggestions;
  const ideas = asksIdeas ? await salonSuggestions(context, viewer, wishes, BESIDE) : [];
  const offer = isFull(places) && (await dueOffer(context, viewer, 'salons_joined'));
  const others = found.slice(0, DISCOVERED);
  const next = found.length > DISCOVERED ? (others.at(-1)?.id ?? null) : null;
  return { mine, others, next, places, offer, search, ideas };
}
