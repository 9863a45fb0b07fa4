import { notFound } from '~/errors';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import { ownStatus } from '~/presence/rules';
import type { PageHandle } from '~/root';
import { membersOf, roomFor } from '~/salons/queries/room';
import { parseSalonId, type SalonMember } from '~/salons/rules';
import { memberPageOf, parseMemberPage } from '~/salons/rules/search';
import { MembersPage } from '~/salons/views/members';

/** Two statements. */
export const loader = members(async ({ context, viewer, params, url }) => {
  const salonId = parseSalonId(params.salon);
  if (!salonId) throw notFound();
  const asked = parseMemberPage(url.searchParams);
  const [room, found] = await context.database.asViewer(viewer.id, (tx) =>
    Promise.all([roomFor(tx, viewer.id, salonId), membersOf(tx, salonId, asked)]),
  );
  if (!room) throw notFound();
  const own = (member: SalonMember): SalonMember =>
    member.id === viewer.id ? { ...member, status: ownStatus(viewer.chosenStatus), lastSeenAt: null } : member;
  return {
    salon: { id: room.id, name: room.name, memberCount: room.memberCount },
    page: memberPageOf(found.map(own), asked),
    viewerId: viewer.id,
    role: room.role,
    now: new Date(),
  };
});

type Data = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ salon }) => `Membres · ${salon.name}` } satisfies PageHandle<Data>;

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
