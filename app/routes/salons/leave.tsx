import { notFound } from '~/errors';
import { seeOther } from '~/http/answer';
import { useLoaderData } from '~/http/page';
import { members, membersPost } from '~/http/route';
import type { PageHandle } from '~/root';
import { said } from '~/routes/flashes';
import { leaveSalon } from '~/salons/commands';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { LeavePage } from '~/salons/views/leave';
import { href } from '~/urls';

export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  const room = salonId && (await context.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId)));
  if (!room) throw notFound();
  return { salon: { id: room.id, name: room.name }, role: room.role };
});

/** R11: an owner is told on the page, and refused here. */
export const action = membersPost(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  await leaveSalon(context, viewer, salonId);
  return seeOther(href('salons', {}, said('quitte')));
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Quitter ${salon.name}` } satisfies PageHandle<Data>;

export default function Leave() {
  return <LeavePage {...useLoaderData<typeof loader>()} />;
}
