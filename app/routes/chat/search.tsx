import { messagesFound } from '~/chat/queries/search';
import { isBlank, pageOf, parseSearch } from '~/chat/rules/search';
import { SearchPage } from '~/chat/views/search';
import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';

/** Two statements. Archived salons are searched as well, and so is what is older than a year (Y03). */
export const loader = members(async ({ context, viewer, params, url }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const search = parseSearch(url.searchParams);
  const [room, rows] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      roomFor(tx, viewer.id, salonId),
      isBlank(search) ? { found: [], isWorded: false } : messagesFound(tx, salonId, search),
    ]),
  );
  if (!room) throw notFound();
  const { id, name } = room;
  return { salon: { id, name }, search, isWorded: rows.isWorded, ...pageOf(rows.found), now: new Date() };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Chercher · ${salon.name}` } satisfies PageHandle<Data>;

export default function SearchSalon() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
