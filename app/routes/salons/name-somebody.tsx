import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { membersOf, roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { memberPageOf, parseMemberPage } from '~/salons/rules/search';
import { NameSomebodyPage } from '~/salons/views/name-somebody';

/** Two statements. */
export const loader = members(async ({ context, viewer, params, url }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const asked = parseMemberPage(url.searchParams);
  const [room, found] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), membersOf(tx, salonId, asked)]),
  );
  if (!room) throw notFound();
  return {
    salon: { id: room.id, name: room.name, memberCount: room.memberCount },
    page: memberPageOf(found, asked),
    viewerId: viewer.id,
  };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Nommer quelqu’un · ${salon.name}` } satisfies PageHandle<Data>;

export default function NameSomebody() {
  return <NameSomebodyPage {...useLoaderData<typeof loader>()} />;
}
