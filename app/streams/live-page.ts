/** U01: for readers without scripts, the conversation as a page that never ends. */
import type { ServerResponse } from 'node:http';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Listener } from '~/chat/channel';
import { messagePage } from '~/chat/queries';
import { firstUnread } from '~/chat/rendering';
import { lastTooLate, type Message } from '~/chat/rules';
import { allSeenBy } from '~/chat/rules/hidden';
import { liveFrameEnd, liveFrameHead, presentLine, signLine } from '~/chat/views/live-frame';
import { PresentList } from '~/chat/views/present';
import { lateCss, viewerCss } from '~/chat/views/viewer-css';
import { SIGN_EVERY } from '~/client/protocol';
import { openStream } from '~/realtime/stream';
import { identity } from './reader';
import type { StreamRequest } from './request';
import { admit, follow, type StreamServices } from './salon';
import { shownVersions } from './shown';

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'X-Accel-Buffering': 'no',
};

export async function livePage(
  streams: StreamServices,
  request: StreamRequest,
  response: () => ServerResponse,
): Promise<void> {
  const { viewer, salonId, nonce } = request;
  const room = await admit(streams, request);
  const read = () => streams.services.database.asViewer(viewer.id, (tx) => messagePage(tx, salonId, null));
  const hidden = new Set(room.hidden);
  const messages = request.cursor === null ? allSeenBy(hidden, await read()) : [];
  streams.seats.check(request);
  const stream = openStream(response(), { ...request.headers, ...HEADERS }, Date.now());
  const unread = firstUnread(messages, request.seen ?? room.lastSeenSeq, viewer.id);
  const shown = shownVersions(nonce, request.cursor ?? 0, unread);
  stream.write(headFor(request, messages) + messages.map((message) => shown.chunk(message)).join(''));
  const reset = () => stream.end(liveFrameEnd('reset', salonId));
  const listener: Listener = {
    cursor: request.cursor ?? room.lastSeq,
    isOpen: () => stream.open,
    deliver: ({ changes }) => {
      const seen = allSeenBy(
        hidden,
        changes.map(({ message }) => message),
      );
      stream.write(seen.map((message) => shown.chunk(message)).join(''));
      streams.marks.soon(viewer.id, salonId, listener.cursor);
    },
    reset,
  };
  const asksForSign = signsOf(salonId);
  streams.seat({
    ...identity(request),
    stream,
    heartbeat: '<!-- -->\n',
    asksForSign,
    hidden,
    reset,
    show: ({ kind, html }) => kind === 'presence' && stream.write(presentLine(html)),
    dismiss: (why) => stream.end(liveFrameEnd(why, salonId)),
    pause: () => stream.end(liveFrameEnd('pause', salonId)),
  });
  const present = room.here.filter(({ id }) => !hidden.has(id));
  stream.write(presentLine(renderToStaticMarkup(PresentList({ present }))) + asksForSign(Date.now()));
  await follow(streams, request, { room, listener, stream });
}

/** N05: a line in time for the next sign of life of this page, the first one at once. */
function signsOf(salonId: string): (now: number) => string {
  let due = 0;
  let count = 0;
  return (now) => {
    if (now < due) return '';
    due = now + SIGN_EVERY;
    count += 1;
    return signLine(salonId, count);
  };
}

function headFor({ nonce, assets, comfort, viewer }: StreamRequest, messages: readonly Message[]): string {
  const last = lastTooLate(messages, new Date());
  return liveFrameHead({
    nonce,
    stylesUrl: assets.styles,
    theme: comfort.theme,
    size: comfort.taille,
    css: viewerCss(viewer.id) + lateCss(viewer.id, last, (id) => `[id^="v${id}-"]`),
  });
}
