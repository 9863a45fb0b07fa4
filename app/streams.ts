/** The two ways to follow a salon: the event stream and, for readers without scripts, a page that never ends. */
import type { ServerResponse } from 'node:http';
import { sessionTopic } from '~/auth/rules/session';
import type { Viewer } from '~/auth/rules/viewer';
import type { Feed } from '~/chat/feed';
import { typingTopic } from '~/chat/rules';
import type { Services } from '~/context';
import { blocksTopic } from '~/members/rules/card';
import { gathering } from '~/presence/gathering';
import type { Presence } from '~/presence/leases';
import { SILENCE_MAX } from '~/realtime/stream';
import { membersTopic } from '~/salons/rules';
import { pinnedTopic } from '~/salons/rules/order';
import { eventStream } from '~/streams/events';
import { livePage } from '~/streams/live-page';
import { createMarks, type Marks } from '~/streams/marks';
import type { Reader } from '~/streams/reader';
import type { StreamRequest } from '~/streams/request';
import { checkMembers, checkSessions } from '~/streams/rights';
import type { StreamServices } from '~/streams/salon';
import { createSeats, type Seats } from '~/streams/seats';
import { createShowing, type Showing } from '~/streams/showing';

/** ms: each reader has her sign of life when it is due, and not all of them at once. */
const LOOK_EVERY = 1_000;
const SESSIONS_EVERY = 5_000; // ms: reliability 8, a stream outlives its session by no more
const MARKS_EVERY = 5_000; // ms
const RIGHTS_EVERY = 30_000; // ms

export type Streams = {
  events: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  page: (request: StreamRequest, response: () => ServerResponse) => Promise<void>;
  /** Somebody is writing: relayed, never stored. */
  typing: (salonId: string, viewer: Viewer) => void;
  /** N05: a page of hers has given a sign of life. */
  stillThere: (salonId: string, viewer: Viewer) => void;
  open: () => number;
  /** Tells every reader to come back in a moment, and ends. */
  close: () => Promise<void>;
};

export function createStreams(services: Services, feed: Feed, presence: Presence): Streams {
  const { database, log } = services;
  const marks = createMarks(database);
  const seats = createSeats((salonId) => showing.unwatch(salonId));
  const showing = createShowing({ services, presence, readersOf: seats.of });
  const streamServices: StreamServices = { services, feed, seats, marks, seat };
  const stopChecks = startChecks(services, { marks, seats, showing });
  const check = (readers: Iterable<Reader>) => checkMembers(database, readers);
  /** One look for all who sat down during the last one. */
  const arrived = gathering<Reader>(0, check, (error) => log('rights not checked', error));

  function seat(reader: Reader): void {
    seats.take(reader);
    const depart = presence.arrive(reader.salonId, reader.userId);
    // Removed between the look-up and this line: no further notification will name her.
    arrived.add(reader);
    showing.watch(reader.salonId);
    // Last: a line that has been cut meanwhile leaves at once, and nothing may be begun for it afterwards.
    reader.stream.onClose(() => {
      depart();
      seats.leave(reader);
    });
  }

  return {
    events: (request, response) => eventStream(streamServices, request, response),
    page: (request, response) => livePage(streamServices, request, response),
    typing: showing.relayTyping,
    stillThere: (salonId, viewer) => presence.sign(salonId, viewer.id),
    open: () => seats.all().size,
    async close() {
      stopChecks();
      arrived.close();
      for (const reader of seats.all()) reader.pause();
      await marks.write().catch(() => {});
    },
  };
}

type Checked = { readonly marks: Marks; readonly seats: Seats; readonly showing: Showing };

/** What happens to open streams at notifications and at regular times. @returns what stops it */
function startChecks({ database, hub, log }: Services, { marks, seats, showing }: Checked): () => void {
  const attempt = (what: string, work: Promise<unknown>) => {
    work.catch((error) => log(what, error));
  };
  const sessions = () => attempt('sessions not checked', checkSessions(database, seats.all()));

  async function membersMoved(salonId: string): Promise<void> {
    const here = seats.of(salonId);
    if (here.size === 0) return;
    await checkMembers(database, here);
    await showing.memberCount(salonId);
  }

  const stopListening = hub.listen((topic) => {
    const moved = membersTopic.in(topic);
    const pinned = pinnedTopic.in(topic);
    const writing = typingTopic.in(topic);
    const blocked = blocksTopic.in(topic);
    if (moved) attempt('rights not checked', membersMoved(moved));
    else if (sessionTopic.in(topic)) sessions();
    else if (pinned) attempt('pinned message not shown', showing.pinned(pinned));
    else if (writing) showing.typing(writing);
    else if (blocked) {
      for (const reader of seats.all()) if (reader.userId === blocked) reader.reset();
    }
  });
  const timers = [
    setInterval(() => beat(seats.all(), Date.now()), LOOK_EVERY),
    setInterval(sessions, SESSIONS_EVERY),
    setInterval(() => attempt('reading marks not written', marks.write()), MARKS_EVERY),
    setInterval(() => attempt('rights not checked', checkMembers(database, seats.all())), RIGHTS_EVERY),
  ];
  return () => {
    for (const timer of timers) clearInterval(timer);
    stopListening();
  };
}

function beat(readers: Iterable<Reader>, now: number): void {
  for (const { stream, asksForSign, heartbeat } of readers) {
    stream.check(now);
    const asked = asksForSign(now);
    if (asked || now - stream.lastSent() >= SILENCE_MAX) stream.write(asked || heartbeat);
  }
}
