/**
 * Notifications: topic → listeners, in this process and in all others on the same database.
 *
 * A notification carries no data. Whoever hears it reads the table, so a notification that is lost, doubled or late costs
 * time and never a message. Local listeners are called at once; other processes hear PostgreSQL's NOTIFY.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '~/db';
import { notifyTopics } from './queries';
import type { Topic } from './topic';

type Listener = (topic: Topic) => void;
type Log = (message: string, error?: unknown) => void;

export type Hub = {
  /** Notifies after a commit: at most once a topic and turn of the event loop. Never throws, never waits. */
  wakeTopic: (topic: Topic) => void;
  /** Calls back for every notification, until the returned function is called. */
  listen: (listener: Listener) => () => void;
  /** Called whenever notifications may have been missed: (re)connection, or a silent line. */
  onGap: (listener: () => void) => void;
  /** False while the listening connection does not answer, so that other processes may not be heard. */
  isWell: () => boolean;
  /** ms since the listening connection was last heard; a pulse comes every five seconds. */
  silence: () => number;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

/** What carries notifications to other processes. */
export type Wire = {
  /** Calls back for every message; `onOpen` after each (re)connection. @returns what closes it */
  readonly listen: Database['listen'];
  readonly notify: (channel: string, origin: string, topics: readonly string[]) => Promise<void>;
};

const byPostgres = (database: Database): Wire => ({
  listen: database.listen,
  notify: (channel, origin, topics) => database.systemStatement((tx) => notifyTopics(tx, channel, origin, topics)),
});

const CHANNEL = 'aurora50';
/** Every this many ms the process notifies itself: proof that the listening connection lives. */
const PULSE = 5_000;
/** This many unanswered pulses mean a dead line: a new connection, and a catch-up. */
const PULSES_MISSED = 3;

export function createHub(database: Database, log: Log, pulse = PULSE, wire = byPostgres(database)): Hub {
  const listeners = new Set<Listener>();
  const gapListeners = new Set<() => void>();
  const due = new Set<Topic>();
  const others = otherProcesses(wire, log, pulse, { heard: tell, missed });

  function tell(topic: Topic): void {
    for (const listener of listeners) listener(topic);
  }

  function missed(): void {
    for (const listener of gapListeners) listener();
  }

  function flush(): void {
    if (due.size === 0) return;
    const topics = [...due];
    due.clear();
    for (const topic of topics) tell(topic);
    others.notify(topics);
  }

  return {
    wakeTopic(topic) {
      if (due.size === 0) setImmediate(flush);
      due.add(topic);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onGap: (listener) => void gapListeners.add(listener),
    isWell: others.isWell,
    silence: others.silence,
    start: others.start,
    async close() {
      // The last notifications are for the processes that stay.
      flush();
      await others.close();
    },
  };
}

type Ears = { readonly heard: (topic: Topic) => void; readonly missed: () => void };

/** What goes to the other processes and comes from them, with a pulse that proves that this one still hears. */
function otherProcesses(wire: Wire, log: Log, pulse: number, { heard, missed }: Ears) {
  const origin = randomUUID();
  const sender = notifications(wire, origin, log);
  const listening = renewable(async () => {
    const hangUp = await wire.listen(CHANNEL, receive, missed);
    pulses.begin();
    return hangUp;
  });
  const pulses = pulsesHeard();
  let timer: NodeJS.Timeout | null = null;

  function receive(payload: string): void {
    const space = payload.indexOf(' ');
    const topic = payload.slice(space + 1);
    pulses.heard(payload === `${origin} pulse`);
    if (payload.slice(0, space) !== origin) heard(topic as Topic);
  }

  function beat(): void {
    // Two connections at once would leave one behind that nobody closes.
    if (listening.isUnderWay()) return;
    if (pulses.areMissed()) {
      log('listening connection silent, connecting again');
      listening.renew().catch((error) => log('cannot listen', error));
      return;
    }
    pulses.sent();
    sender.notify(['pulse']);
  }

  return {
    notify: sender.notify,
    isWell: pulses.areWell,
    silence: pulses.silence,
    async start() {
      await listening.renew();
      timer = setInterval(beat, pulse);
    },
    async close() {
      if (timer) clearInterval(timer);
      await sender.sent();
      await listening.end();
    },
  };
}

/** How many pulses are unanswered, and when anything was last heard. */
function pulsesHeard() {
  let unanswered = 0;
  let heardAt = performance.now();
  const heard = (isPulse: boolean) => {
    heardAt = performance.now();
    if (isPulse) unanswered = 0;
  };
  return {
    heard,
    begin: () => heard(true),
    sent: () => {
      unanswered += 1;
    },
    areMissed: () => unanswered >= PULSES_MISSED,
    // A pulse that has just been sent may be on its way; one from the time before is late.
    areWell: () => unanswered < 2,
    silence: () => performance.now() - heardAt,
  };
}

/**
 * One statement at a time: what is told while it is under way goes with the next one, each topic once. Under a load of posts
 * that is one statement for several, and each takes a lock of the whole database. A notification that cannot be sent is
 * not missed for long: the others look at the table every five seconds.
 */
function notifications(wire: Wire, origin: string, log: Log) {
  const waiting = new Set<string>();
  let sending: Promise<void> | null = null;

  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const topics = [...waiting];
      waiting.clear();
      await wire.notify(CHANNEL, origin, topics).catch((error) => log('notification not sent', error));
    }
    sending = null;
  }

  return {
    notify(topics: readonly string[]): void {
      for (const topic of topics) waiting.add(topic);
      sending ??= send();
    },
    /** The last one has been sent. */
    sent: async () => sending,
  };
}

/** One connection at a time, closed before the next is opened. @param open gives the function that closes it */
function renewable(open: () => Promise<() => Promise<void>>) {
  let hangUp: (() => Promise<void>) | null = null;
  let underWay = false;
  let ended = false;
  return {
    isUnderWay: () => underWay,
    async renew() {
      const old = hangUp;
      hangUp = null;
      underWay = true;
      try {
        await old?.().catch(() => {});
        if (ended) return;
        hangUp = await open();
        if (ended) await hangUp();
      } finally {
        underWay = false;
      }
    },
    /** For good. */
    async end() {
      ended = true;
      await hangUp?.().catch(() => {});
    },
  };
}
