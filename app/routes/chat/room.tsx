import { RoomPage } from '~/chat/views/room';
import { useLoaderData } from '~/http/page';
import { members } from '~/http/route';
import type { PageHandle } from '~/root';
import { type LoadedRoom, loadRoom } from '~/routes/chat/load-room';
import { accentsOf } from '~/salons/views/mark';

export const loader = members(({ context, viewer, params, url, request }) =>
  loadRoom(context, viewer, params.salon, url, request),
);

export const handle = {
  title: ({ room }) => `${room.name} · Salon`,
  description: ({ room }) => room.description || `La conversation du salon ${room.name}.`,
  css: ({ room, lateCss }) => accentsOf([room]) + lateCss,
  writes: ({ room }) => room.isActive,
  isPure: true,
} satisfies PageHandle<LoadedRoom>;

export default function RoomRoute() {
  const { key, replyingTo, named, ...room } = useLoaderData<typeof loader>();
  return <RoomPage {...room} composer={{ key, text: named, errors: {}, replyingTo }} />;
}
