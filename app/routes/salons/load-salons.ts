/** The salons page: mine, and those to discover. Two statements. */
import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { salonsOf, salonsToDiscover } from '~/salons/queries';
import { parseSalonSearch } from '~/salons/rules';

export async function loadSalons({ database }: AppLoadContext, viewer: Viewer, url: URL) {
  const search = parseSalonSearch(url.searchParams);
  const [mine, others] = await database.asViewer(viewer.id, (tx) =>
    Promise.all([salonsOf(tx, viewer.id), salonsToDiscover(tx, viewer.id, search)]),
  );
  return { mine, others, search };
}
