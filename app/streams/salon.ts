/** What the two ways to follow a salon have in common: being let in, and hearing what changes. */
import type { Listener } from '~/chat/channel';
import type { Feed } from '~/chat/feed';
import { changesFor } from '~/chat/queries';
import type { Services } from '~/context';
import { notFound } from '~/errors';
import type { Stream } from '~/realtime/stream';
import { type RoomForMember, roomFor } from '~/salons/queries/room';
import type { Marks } from './marks';
import type { Reader } from './reader';
import type { StreamRequest } from './request';
import type { Seats } from './seats';

/** The browser's first wait before it comes back (ms). */
export const RETRY = 2_000;

export type StreamServices = {
  readonly services: Services;
  readonly feed: Feed;
  readonly seats: Seats;
  readonly marks: Marks;
  /** She sits down: her presence, her rights, her salon's notifications. */
  readonly seat: (reader: Reader) => void;
};

/** @throws AppError not_found, too_many */
export async function admit({ services, seats }: StreamServices, request: StreamRequest): Promise<RoomForMember> {
  const { viewer, salonId } = request;
  seats.check(request);
  const room = await services.database.viewerStatement((tx) => roomFor(tx, viewer.id, salonId));
  if (!room) throw notFound();
  return room;
}

type Following = { readonly room: RoomForMember; readonly listener: Listener; readonly stream: Stream };

/** Register, read after the cursor, go live (architecture 3). */
export async function follow({ services, feed }: StreamServices, request: StreamRequest, following: Following) {
  const { viewer, salonId } = request;
  const { room, listener, stream } = following;
  const read = (cursor: number) =>
    services.database.viewerStatement((tx) => changesFor(tx, viewer.id, salonId, cursor));
  stream.onClose(() => feed.leave(salonId, listener));
  try {
    if ((await feed.join(salonId, listener, room.lastSeq, read)) === 'reset') listener.reset();
  } catch (error) {
    // The reader comes back with its cursor; nothing it was told of is lost.
    services.log('stream not started', error, request.headers['X-Request-Id']);
    stream.end();
  }
}
