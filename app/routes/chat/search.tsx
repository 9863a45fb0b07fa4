import { messagesFound } from '~/chat/queries/search';
import { searchesOf } from '~/chat/rules/pace';
import { isBlank, pageOf, parseSearch } from '~/chat/rules/search';
import { SearchPage, type SearchPageProps } from '~/chat/views/search';
import type { Services, Viewer } from '~/context';
import { AppError, notFound } from '~/errors';
import { page, tooOften } from '~/http/answer';
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
  const isAsked = !isBlank(search);
  const wait = isAsked ? await waitOf(context, viewer) : 0;
  const [room, rows] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([
      roomFor(tx, viewer.id, salonId),
      !isAsked || wait > 0 ? { found: [], isWorded: false } : messagesFound(tx, salonId, search),
    ]),
  );
  if (!room) throw notFound();
  const { id, name } = room;
  const shown = { salon: { id, name }, search, isWorded: rows.isWorded, ...pageOf(rows.found), wait, now: new Date() };
  return wait > 0 ? tooOften(shown, wait) : page(shown);
});

/** K04. @returns seconds until she may search again; 0: she may */
async function waitOf({ pace, config }: Services, viewer: Viewer): Promise<number> {
  try {
    await pace.take(...searchesOf(viewer, config.messagesAMinute));
    return 0;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return error.retryAfter ?? 1;
    throw error;
  }
}

type Data = SearchPageProps;

export const handle = { title: ({ salon }) => `Chercher · ${salon.name}` } satisfies PageHandle<Data>;

export default function SearchSalon() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
