/** The two ways to follow a salon: the event stream and, for readers without scripts, a page that never ends. */
import type { ServerResponse } from 'node:http';
import { renderToStaticMarkup } from 'react-dom/server';
import { endedSessions } from '~/auth/queries/sessions';
import type { Viewer } from '~/auth/rules/viewer';
import type { Batch, Feed, Listener } from '~/chat/feed';
import { changesAfter, messagePage } from '~/chat/queries';
import { firstUnread, renderItem } from '~/chat/rendering';
import { type Message, PAGE_SIZE } from '~/chat/rules';
import { liveFrameHead } from '~/chat/views/live-frame';
import { MemberCount, PresentList, TypingLine } from '~/chat/views/present';
import { DaySeparator, UnreadLine } from '~/chat/views/thread';
import { viewerCss } from '~/chat/views/viewer-css';
import { AppError, notFound } from '~/errors';
import type { House } from '~/http/context';
import type { Presence } from '~/presence/leases';
import { stillMembers } from '~/presence/queries';
import { encodeEvent, HEARTBEAT, retryAfter } from '~/realtime/sse';
import { openStream, type Stream } from '~/realtime/stream';
import { memberCount, moveReadingMark, type RoomForMember, roomFor } from '~/salons/queries';
import type { Comfort } from '~/ui/comfort';
import { dayKey, dayName } from '~/ui/format';
import { href } from '~/urls';

/** Contract 3. */
const STREAMS_PER_MEMBER = 10;
/** Reliability 12: far above a residence behind one address, far below what exhausts a process. */
const STREAMS_PER_PLACE = 6_000;
const HEARTBEAT_EVERY = 20_000; // ms
const SESSIONS_EVERY = 5_000; // ms: reliability 8, a stream outlives its session by no more
const RIGHTS_EVERY = 30_000; // ms
/** The browser's first wait before it comes back (ms). */
const RETRY = 2_000;

export type StreamRequest = {
  readonly viewer: Viewer;
  readonly salonId: string;
  /** The last change the reader knows, or null for a reader who knows nothing. */
  readonly cursor: number | null;
  /** Where reading had stopped when the page around the live page was made: that page has moved the mark since. */
  readonly seen: number | null;
  readonly comfort: Comfort;
  readonly ip: string;
  readonly nonce: string;
  readonly assets: { readonly styles: string };
  readonly headers: Readonly<Record<string, string>>;
};

export type Streams = {
  events: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  page: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  /** Somebody is writing: relayed, never stored. */
  typing: (salonId: string, viewer: Viewer) => void;
  open: () => number;
  /** Tells every reader to come back in a moment, and ends. */
  close: () => Promise<void>;
};

type Reader = {
  readonly connection: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly salonId: string;
  readonly ip: string;
  readonly stream: Stream;
  readonly heartbeat: string;
  /** One event that is never replayed, as text; for everybody the same. */
  readonly show: (event: string) => void;
  /** You may not stay. */
  readonly dismiss: () => void;
  /** The server goes, you may come back. */
  readonly pause: () => void;
};

export function createStreams(house: House, feed: Feed, presence: Presence): Streams {
  const { database, hub, log } = house;
  const readers = new Set<Reader>();
  const bySalon = new Map<string, Set<Reader>>();
  const perMember = new Map<string, number>();
  const perPlace = new Map<string, number>();
  const watching = new Map<string, () => void>();
  /** Of members who were seen here, for « Monique écrit… »: a bell carries no name. */
  const names = new Map<string, string>();

  /** Asked before the database is, and again when there is nothing left to wait for: twenty may come at once. */
  function checkSeats({ viewer, ip }: StreamRequest): void {
    if ((perMember.get(viewer.id) ?? 0) >= STREAMS_PER_MEMBER) throw new AppError('too_many', 'streams', 30);
    if ((perPlace.get(ip) ?? 0) >= STREAMS_PER_PLACE) throw new AppError('too_many', 'streams', 30);
  }

  async function admit(request: StreamRequest): Promise<RoomForMember> {
    const { viewer, salonId } = request;
    checkSeats(request);
    const room = await database.asViewer(viewer.id, (tx) => roomFor(tx, viewer.id, salonId));
    if (!room) throw notFound();
    return room;
  }

  /** One listener a salon and process; in a function of its own, so that no reader's closures hold a room alive. */
  function watch(salonId: string): void {
    if (watching.has(salonId)) return;
    const stop = presence.watch(salonId, (present) => {
      for (const person of present) names.set(person.id, person.name);
      showAll(salonId, 'presence', PresentList({ present }));
    });
    watching.set(salonId, stop);
  }

  function seat(reader: Reader): void {
    readers.add(reader);
    bySalon.set(reader.salonId, (bySalon.get(reader.salonId) ?? new Set()).add(reader));
    step(perMember, reader.userId, 1);
    step(perPlace, reader.ip, 1);
    const depart = presence.arrive(reader.salonId, reader.userId);
    // Removed between the look-up and this line: no bell will be rung for her again.
    attempt('rights not checked', checkRights([reader]));
    watch(reader.salonId);
    reader.stream.onClose(() => {
      depart();
      readers.delete(reader);
      step(perMember, reader.userId, -1);
      step(perPlace, reader.ip, -1);
      const salon = bySalon.get(reader.salonId);
      salon?.delete(reader);
      if (salon?.size === 0) {
        bySalon.delete(reader.salonId);
        watching.get(reader.salonId)?.();
        watching.delete(reader.salonId);
      }
    });
  }

  function showAll(salonId: string, event: 'presence' | 'membres' | 'ecrit', view: React.ReactElement): void {
    const text = encodeEvent({ event, data: renderToStaticMarkup(view) });
    for (const reader of bySalon.get(salonId) ?? []) reader.show(text);
  }

  async function events(request: StreamRequest, response: () => ServerResponse): Promise<void> {
    const { salonId } = request;
    const room = await admit(request);
    checkSeats(request);
    const stream = openStream(
      response(),
      {
        ...request.headers,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
      Date.now(),
    );
    stream.write(retryAfter(RETRY));
    const listener: Listener = {
      cursor: request.cursor ?? room.lastSeq,
      isOpen: () => stream.open,
      deliver: (batch) => {
        stream.write(batch.bytes);
      },
      reset: () => stream.end(encodeEvent({ event: 'reset', data: 'reset' })),
    };
    seat({
      ...identity(request),
      stream,
      heartbeat: HEARTBEAT,
      show: (event) => stream.write(event),
      dismiss: () => stream.end(encodeEvent({ event: 'fin', data: 'fin' })),
      pause: () => stream.end(retryAfter(RETRY)),
    });
    stream.onClose(() => feed.leave(salonId, listener));
    stream.write(encodeEvent({ event: 'presence', data: renderToStaticMarkup(PresentList({ present: room.here })) }));
    await follow(request, room, listener, stream);
  }

  async function page(request: StreamRequest, response: () => ServerResponse): Promise<void> {
    const { viewer, salonId, nonce } = request;
    const room = await admit(request);
    const messages =
      request.cursor === null ? await database.asViewer(viewer.id, (tx) => messagePage(tx, salonId, null)) : [];
    checkSeats(request);
    const stream = openStream(
      response(),
      {
        ...request.headers,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'private, no-store',
        'X-Accel-Buffering': 'no',
      },
      Date.now(),
    );
    const unread = firstUnread(messages, request.seen ?? room.lastSeenSeq, viewer.id);
    const shown = shownVersions(nonce, request.cursor ?? 0, unread);
    stream.write(
      liveFrameHead({
        nonce,
        stylesUrl: request.assets.styles,
        theme: request.comfort.theme,
        size: request.comfort.taille,
        css: viewerCss(viewer.id),
      }) + messages.map((message) => shown.chunk(message)).join(''),
    );
    const again = href('salonLive', { salon: salonId });
    const goodbye = (text: string) => `</ol><p class="fin-direct">${text}</p></main></body></html>`;
    const listener: Listener = {
      cursor: request.cursor ?? room.lastSeq,
      isOpen: () => stream.open,
      deliver: ({ changes }: Batch) => {
        stream.write(changes.map(({ message }) => shown.chunk(message)).join(''));
        // Whoever has the live page open is reading it.
        markSoon(viewer.id, salonId, listener.cursor);
      },
      reset: () =>
        stream.end(
          goodbye(`Beaucoup de messages sont arrivés. <a href="${again}" target="_self">Recharger la conversation</a>`),
        ),
    };
    seat({
      ...identity(request),
      stream,
      heartbeat: '<!-- -->\n',
      show: () => {},
      dismiss: () => stream.end(goodbye('Vous n’êtes plus dans ce salon.')),
      pause: () =>
        stream.end(
          goodbye(`La conversation en direct s’est interrompue. <a href="${again}" target="_self">La reprendre</a>`),
        ),
    });
    stream.onClose(() => feed.leave(salonId, listener));
    await follow(request, room, listener, stream);
  }

  /** Register, read after the cursor, go live (architecture 3). */
  async function follow(request: StreamRequest, room: RoomForMember, listener: Listener, stream: Stream) {
    const { viewer, salonId } = request;
    const read = (cursor: number) => database.asViewer(viewer.id, (tx) => changesAfter(tx, salonId, cursor));
    try {
      if ((await feed.join(salonId, listener, room.lastSeq, read)) === 'reset') listener.reset();
    } catch (error) {
      // The reader comes back with its cursor; nothing it was told of is lost.
      log('stream not started', error);
      stream.end();
    }
  }

  const marks = new Map<string, { userId: string; salonId: string; seq: number }>();
  function markSoon(userId: string, salonId: string, seq: number): void {
    marks.set(`${userId} ${salonId}`, { userId, salonId, seq });
  }

  async function writeMarks(): Promise<void> {
    const due = [...marks.values()];
    marks.clear();
    for (const { userId, salonId, seq } of due) {
      await database.asViewer(userId, (tx) => moveReadingMark(tx, userId, salonId, seq));
    }
  }

  async function checkSessions(): Promise<void> {
    const hashes = [...new Set([...readers].map((reader) => reader.sessionId))];
    if (hashes.length === 0) return;
    const ended = new Set(await database.systemStatement((tx) => endedSessions(tx, hashes)));
    for (const reader of readers) if (ended.has(reader.sessionId)) reader.dismiss();
  }

  async function checkRights(among: Iterable<Reader>): Promise<void> {
    const asked = [...among];
    if (asked.length === 0) return;
    const staying = await database.systemStatement((tx) => stillMembers(tx, asked));
    for (const reader of asked) if (!staying.has(reader.connection)) reader.dismiss();
  }

  async function membersMoved(salonId: string): Promise<void> {
    const here = bySalon.get(salonId);
    if (!here) return;
    await checkRights(here);
    const count = await database.systemStatement((tx) => memberCount(tx, salonId));
    if (count !== null) showAll(salonId, 'membres', MemberCount({ count }));
  }

  function typingHere(topic: string): void {
    const [, salonId = '', userId = ''] = topic.split(':');
    const name = names.get(userId);
    if (name) showAll(salonId, 'ecrit', TypingLine({ id: userId, name }));
  }

  const attempt = (what: string, work: Promise<unknown>) => {
    work.catch((error) => log(what, error));
  };
  const stopListening = hub.listen((topic) => {
    if (topic.startsWith('members:')) attempt('rights not checked', membersMoved(topic.slice('members:'.length)));
    else if (topic.startsWith('session:')) attempt('sessions not checked', checkSessions());
    else if (topic.startsWith('typing:')) typingHere(topic);
  });
  const timers = [
    setInterval(() => {
      const now = Date.now();
      for (const reader of readers) {
        reader.stream.check(now);
        reader.stream.write(reader.heartbeat);
      }
    }, HEARTBEAT_EVERY),
    setInterval(() => {
      attempt('sessions not checked', checkSessions());
      attempt('reading marks not written', writeMarks());
    }, SESSIONS_EVERY),
    setInterval(() => attempt('rights not checked', checkRights(readers)), RIGHTS_EVERY),
  ];

  return {
    events,
    page,
    typing(salonId, viewer) {
      names.set(viewer.id, viewer.name);
      hub.ringTopic(`typing:${salonId}:${viewer.id}`);
    },
    open: () => readers.size,
    async close() {
      for (const timer of timers) clearInterval(timer);
      stopListening();
      for (const reader of readers) reader.pause();
      await writeMarks().catch(() => {});
    },
  };
}

function identity({ viewer, salonId, ip }: StreamRequest) {
  return { connection: crypto.randomUUID(), userId: viewer.id, sessionId: viewer.sessionId, salonId, ip };
}

function step(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/**
 * What a page that never ends has shown so far. A new message is one more <li>; a changed one is its new <li> with a
 * rule that hides the old one and gives the new one its place (U01). Only what this reader has seen can change for it.
 * Separators are placed by the same rule; one that precedes its message in the text precedes it on the screen too.
 * @param since what stands at or below this place was shown elsewhere
 * @param unread the place of the first message that this reader has not read (D41)
 */
function shownVersions(nonce: string, since: number, unread: number | null) {
  const versions = new Map<number, number>();
  let newest = since;
  let day = '';

  function separators({ seq, createdAt }: Message): string {
    const its = dayKey(createdAt);
    const line = (rule: string, view: React.ReactElement) =>
      `<style nonce="${nonce}">${rule}{order:${seq}}</style>${renderToStaticMarkup(view)}`;
    const above =
      its === day ? '' : line(`.jour[data-jour="${its}"]`, DaySeparator({ date: its, label: dayName(createdAt) }));
    day = its;
    return seq === unread ? above + line('.nouveaux', UnreadLine()) : above;
  }

  return {
    chunk(message: Message): string {
      const before = versions.get(message.id);
      // Loaded with the page and heard of again: its rule would hide the only copy.
      if (before === undefined ? message.seq <= newest : message.changedSeq <= before) return '';
      newest = Math.max(newest, message.seq);
      versions.set(message.id, message.changedSeq);
      if (versions.size > 4 * PAGE_SIZE) {
        const oldest = versions.keys().next();
        if (!oldest.done) versions.delete(oldest.value);
      }
      const id = `v${message.id}-${message.changedSeq}`;
      const hide = before === undefined ? '' : `#v${message.id}-${before}{display:none}`;
      const above = before === undefined ? separators(message) : '';
      return `${above}<style nonce="${nonce}">${hide}#${id}{order:${message.seq}}</style>${renderItem(message).replace(/^<li id="[^"]*"/, `<li id="${id}"`)}\n`;
    },
  };
}
