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

export type Hub = {
  /** Notifies after a commit: at most once a topic and turn of the event loop. Never throws, never waits. */
  wakeTopic: (topic: Topic) => void;
  /** Calls back for every notification, until the returned function is called. */
  listen: (listener: Listener) => () => void;
  /** Called whenever notifications may have been missed: (re)connection, or a silent line. */
  onGap: (listener: () => void) => void;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

const CHANNEL = 'aurora50';
/** Every this many ms the process notifies itself: proof that the listening connection lives. */
const PULSE = 5_000;
/** This many unanswered pulses mean a dead line: a new connection, and a catch-up. */
const PULSES_MISSED = 3;

export function createHub(database: Database, log: (message: string, error?: unknown) => void, pulse = PULSE): Hub {
  const origin = randomUUID();
  const listeners = new Set<Listener>();
  const gapListeners = new Set<() => void>();
  const due = new Set<Topic>();
  let hangUp: (() => Promise<void>) | null = null;
  let unanswered = 0;
  let connecting = false;
  let sending: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  function tell(topic: Topic): void {
    for (const listener of listeners) listener(topic);
  }

  function missed(): void {
    for (const listener of gapListeners) listener();
  }

  function wakeTopic(topic: Topic): void {
    if (due.size === 0) setImmediate(flush);
    due.add(topic);
  }

  function flush(): void {
    if (due.size === 0) return;
    const topics = [...due];
    due.clear();
    for (const topic of topics) tell(topic);
    notify(topics);
  }

  /** A notification that cannot be sent is not missed for long: the others look at the table every five seconds. */
  function notify(topics: readonly string[]): void {
    sending = database
      .systemStatement((tx) => notifyTopics(tx, CHANNEL, origin, topics))
      .catch((error) => log('notification not sent', error));
  }

  function heard(payload: string): void {
    const space = payload.indexOf(' ');
    const topic = payload.slice(space + 1);
    if (payload.slice(0, space) !== origin) tell(topic as Topic);
    else if (topic === 'pulse') unanswered = 0;
  }

  async function connect(): Promise<void> {
    const old = hangUp;
    hangUp = null;
    connecting = true;
    try {
      await old?.().catch(() => {});
      if (closed) return;
      hangUp = await database.listen(CHANNEL, heard, missed);
      unanswered = 0;
      if (closed) await hangUp();
    } finally {
      connecting = false;
    }
  }

  function beat(): void {
    // Two at once would leave a connection behind that nobody hangs up.
    if (connecting) return;
    if (unanswered >= PULSES_MISSED) {
      log('listening connection silent, connecting again');
      connect().catch((error) => log('cannot listen', error));
      return;
    }
    unanswered += 1;
    notify(['pulse']);
  }

  return {
    wakeTopic,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onGap: (listener) => {
      gapListeners.add(listener);
    },
    async start() {
      await connect();
      timer = setInterval(beat, pulse);
    },
    async close() {
      closed = true;
      if (timer) clearInterval(timer);
      // The last notifications are for the processes that stay.
      if (due.size > 0) flush();
      await sending;
      await hangUp?.().catch(() => {});
    },
  };
}
