/** The stream of contract 3, for the page's script and for every other reader of events. */
import type { ServerResponse } from 'node:http';
import { eventsSeenBy, type Listener } from '~/chat/channel';
import { encodeEvent, HEARTBEAT, retryAfter } from '~/realtime/sse';
import { openStream } from '~/realtime/stream';
import { identity } from './reader';
import type { StreamRequest } from './request';
import { admit, follow, RETRY, type StreamServices } from './salon';
import { presenceShown } from './showing';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

export async function eventStream(
  streams: StreamServices,
  request: StreamRequest,
  response: () => ServerResponse,
): Promise<void> {
  const room = await admit(streams, request);
  streams.seats.check(request);
  const stream = openStream(response(), { ...request.headers, ...HEADERS }, Date.now());
  stream.write(retryAfter(RETRY));
  const hidden = new Set(room.hidden);
  const reset = () => stream.end(encodeEvent({ event: 'reset', data: 'reset' }));
  const listener: Listener = {
    cursor: request.cursor ?? room.lastSeq,
    isOpen: () => stream.open,
    deliver: (batch) => {
      stream.write(hidden.size === 0 ? batch.bytes : eventsSeenBy(hidden, batch));
    },
    reset,
  };
  streams.seat({
    ...identity(request),
    stream,
    heartbeat: HEARTBEAT,
    asksForSign: () => '',
    hidden,
    reset,
    show: ({ event }) => stream.write(event),
    dismiss: (why) => stream.end(encodeEvent({ event: 'fin', data: why })),
    pause: () => stream.end(retryAfter(RETRY)),
  });
  stream.write(presenceShown(room.here.filter(({ id }) => !hidden.has(id))).event);
  await follow(streams, request, { room, listener, stream });
}
