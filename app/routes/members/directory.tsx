import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { countMembers, findMembers, findNear, myLooks } from '~/members/queries/cards';
import { myProfile } from '~/members/queries/profiles';
import { COUNTED_MAX, PAGE_SIZE, parseCursor, parseMemberSearch } from '~/members/rules/card';
import { DirectoryPage } from '~/members/views/directory';
import type { PageHandle } from '~/root';

/** Four statements. */
export const loader = members(async ({ context, viewer, url }) => {
  const search = parseMemberSearch(url.searchParams);
  const after = parseCursor(url.searchParams);
  const [found, counts, looks, me] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      search.near ? findNear(tx, search, after, PAGE_SIZE + 1) : findMembers(tx, search, after, PAGE_SIZE + 1),
      countMembers(tx, search, COUNTED_MAX),
      myLooks(tx),
      myProfile(tx),
    ]),
  );
  const home = { city: me?.city ?? '', departement: me?.departement ?? null };
  return { search, found, counts, looks, isFirstPage: !after, home };
});

export const handle = { title: () => 'Membres' } satisfies PageHandle;

export default function Directory() {
  return <DirectoryPage {...useLoaderData<typeof loader>()} />;
}
