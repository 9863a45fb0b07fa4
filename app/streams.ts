/** The two ways to follow a salon: the event stream and, for readers without scripts, a page that never ends. */
import type { ServerResponse } from 'node:http';
import { renderToStaticMarkup } from 'react-dom/server';
import { sessionTopic } from '~/auth/rules/session';
import type { Viewer } from '~/auth/rules/viewer';
import type { Feed } from '~/chat/feed';
import { typingTopic } from '~/chat/rules';
import { MemberCount, Presence as PresenceView, TypingLine } from '~/chat/views/present';
import type { Services } from '~/context';
import type { Presence } from '~/presence/leases';
import { encodeEvent } from '~/realtime/sse';
import { memberCount } from '~/salons/queries';
import { membersTopic } from '~/salons/rules';
import { eventStream } from '~/streams/events';
import { livePage } from '~/streams/live-page';
import { createMarks } from '~/streams/marks';
import type { Reader, Shown } from '~/streams/reader';
import type { StreamRequest } from '~/streams/request';
import { checkMembers, checkSessions } from '~/streams/rights';
import type { StreamServices } from '~/streams/salon';
import { createSeats } from '~/streams/seats';

const HEARTBEAT_EVERY = 20_000; // ms
const SESSIONS_EVERY = 5_000; // ms: reliability 8, a stream outlives its session by no more
const RIGHTS_EVERY = 30_000; // ms

export type Streams = {
  events: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  page: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  /** Somebody is writing: relayed, never stored. */
  typing: (salonId: string, viewer: Viewer) => void;
  open: () => number;
  /** Tells every reader to come back in a moment, and ends. */
  close: () => Promise<void>;
};

export function createStreams(services: Services, feed: Feed, presence: Presence): Streams {
  const { database, hub, log } = services;
  const watching = new Map<string, () => void>();
  /** Of members who were seen here, for « Monique écrit… »: a notification carries no name. */
  const names = new Map<string, string>();
  const marks = createMarks(database);
  const seats = createSeats((salonId) => {
    watching.get(salonId)?.();
    watching.delete(salonId);
  });
  const streamServices: StreamServices = { services, feed, seats, marks, seat };

  /** One listener a salon and process; in a function of its own, so that no reader's closures hold a room alive. */
  function watch(salonId: string): void {
    if (watching.has(salonId)) return;
    const stop = presence.watch(salonId, (present) => {
      for (const person of present) names.set(person.id, person.name);
      showAll(salonId, 'presence', PresenceView({ present }));
    });
    watching.set(salonId, stop);
  }

  function seat(reader: Reader): void {
    seats.take(reader);
    const depart = presence.arrive(reader.salonId, reader.userId);
    // Removed between the look-up and this line: no further notification will name her.
    attempt('rights not checked', checkMembers(database, [reader]));
    watch(reader.salonId);
    // Last: a line that has been cut meanwhile leaves at once, and nothing may be begun for it afterwards.
    reader.stream.onClose(() => {
      depart();
      seats.leave(reader);
    });
  }

  function showAll(salonId: string, kind: Shown['kind'], view: React.ReactElement): void {
    const html = renderToStaticMarkup(view);
    const shown = { kind, html, event: encodeEvent({ event: kind, data: html }) };
    for (const reader of seats.of(salonId)) reader.show(shown);
  }

  async function membersMoved(salonId: string): Promise<void> {
    const here = seats.of(salonId);
    if (here.size === 0) return;
    await checkMembers(database, here);
    const count = await database.systemStatement((tx) => memberCount(tx, salonId));
    if (count !== null) showAll(salonId, 'membres', MemberCount({ count }));
  }

  function typingHere(what: string): void {
    const [salonId = '', userId = ''] = what.split(':');
    const name = names.get(userId);
    if (name) showAll(salonId, 'ecrit', TypingLine({ id: userId, name }));
  }

  function beat(): void {
    const now = Date.now();
    for (const reader of seats.all()) {
      reader.stream.check(now);
      reader.stream.write(reader.heartbeat);
    }
  }

  const attempt = (what: string, work: Promise<unknown>) => {
    work.catch((error) => log(what, error));
  };
  const sessions = () => attempt('sessions not checked', checkSessions(database, seats.all()));
  const stopListening = hub.listen((topic) => {
    const moved = membersTopic.in(topic);
    const writing = typingTopic.in(topic);
    if (moved) attempt('rights not checked', membersMoved(moved));
    else if (sessionTopic.in(topic)) sessions();
    else if (writing) typingHere(writing);
  });
  const timers = [
    setInterval(beat, HEARTBEAT_EVERY),
    setInterval(() => {
      sessions();
      attempt('reading marks not written', marks.write());
    }, SESSIONS_EVERY),
    setInterval(() => attempt('rights not checked', checkMembers(database, seats.all())), RIGHTS_EVERY),
  ];

  return {
    events: (request, response) => eventStream(streamServices, request, response),
    page: (request, response) => livePage(streamServices, request, response),
    typing(salonId, viewer) {
      names.set(viewer.id, viewer.name);
      hub.wakeTopic(typingTopic.of(`${salonId}:${viewer.id}`));
    },
    open: () => seats.all().size,
    async close() {
      for (const timer of timers) clearInterval(timer);
      stopListening();
      for (const reader of seats.all()) reader.pause();
      await marks.write().catch(() => {});
    },
  };
}
