import { AppError, notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { keptMember } from '~/salons/queries/keeping';
import { roomFor } from '~/salons/queries/room';
import { parseSalonId } from '~/salons/rules';
import { keeps } from '~/salons/rules/keeping';
import { KeepMemberPage } from '~/salons/views/keeping';

/** Two statements. */
export const loader = members(async ({ context, viewer, params }) => {
  const salonId = parseSalonId(params.salon);
  const memberId = parseSalonId(params.membre);
  if (!salonId || !memberId) throw notFound();
  const [room, member] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), keptMember(tx, salonId, memberId)]),
  );
  if (!room) throw notFound();
  if (!keeps(room.role)) throw new AppError('forbidden', 'keepers_only');
  if (!member) throw notFound();
  return { salon: { id: room.id, name: room.name }, member, role: room.role };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ salon, member }) => `${member.name} · ${salon.name}`,
} satisfies PageHandle<Data>;

export default function KeepMember() {
  return <KeepMemberPage {...useLoaderData<typeof loader>()} reason="" errors={{}} />;
}
