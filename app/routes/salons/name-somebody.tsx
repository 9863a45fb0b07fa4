import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { membersOf, roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { NameSomebodyPage } from '~/salons/views/name-somebody';

/** Two statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const [room, list] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), membersOf(tx, salonId)]),
  );
  if (!room) throw notFound();
  return { salon: { id: room.id, name: room.name }, members: list.filter(({ id }) => id !== viewer.id) };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Nommer quelqu’un · ${salon.name}` } satisfies PageHandle<Data>;

export default function NameSomebody() {
  return <NameSomebodyPage {...useLoaderData<typeof loader>()} />;
}
