/**
 * What happens in salons, to everybody who is listening: one load, one rendering, N writes.
 *
 * A channel is one salon with listeners in this process. A notification only says "look": the channel reads what changed
 * after its own cursor, once, and hands the same bytes to every live reader. Notifications during a load mark the
 * channel dirty, so that bursts coalesce by themselves. Numbers are taken under the salon's row lock and therefore
 * become visible in their order: whoever has read up to n has missed nothing below n.
 */
import { messagesTopic } from '~/chat/rules';
import type { Database } from '~/db';
import type { Hub } from '~/realtime/hub';
import { changesAfter, movedSalons } from './queries';
import { renderEvent } from './rendering';
import { type Message, REPLAY_MAX } from './rules';

/** A message as it stands now, and the number it goes out under. */
export type Change = { readonly id: number; readonly message: Message };

/** In the order of their numbers. */
export type Batch = {
  readonly changes: readonly Change[];
  /** All of them as server-sent events. */
  readonly bytes: Buffer;
};

/** Somebody who listens. The feed moves `cursor`; what is at or below it was delivered. */
export type Listener = {
  cursor: number;
  readonly isOpen: () => boolean;
  readonly deliver: (batch: Batch) => void;
  /** Too far behind, all at once: load the page again. */
  readonly reset: () => void;
};

export type Feed = {
  /**
   * Sends what changed after the listener's cursor, then goes live. Resolves when it is live (or gone).
   * @param lastSeq the salon's number when the right to read was checked
   * @param read what changed after a cursor, with the listener's own rights
   * @returns 'reset' when the cursor is from the future or too far behind: load the page again
   */
  join: (
    salonId: string,
    listener: Listener,
    lastSeq: number,
    read: (cursor: number) => Promise<readonly Message[]>,
  ) => Promise<'live' | 'reset'>;
  leave: (salonId: string, listener: Listener) => void;
  /** Salons and listeners of this process. */
  size: () => { salons: number; listeners: number };
  close: () => void;
};

/** A lost notification costs at most this long (ms). */
const LOOK_AGAIN = 5_000;

type Log = (message: string, error?: unknown) => void;

export function createFeed(database: Database, hub: Hub, log: Log): Feed {
  const channels = new Map<string, Channel>();

  function open(salonId: string, cursor: number): Channel {
    const channel = openChannel(cursor, {
      read: (after) => database.systemStatement((tx) => changesAfter(tx, salonId, after)),
      onEmpty: () => channels.delete(salonId),
      log,
    });
    channels.set(salonId, channel);
    // Between the check of the right and this line the salon may have moved without a notification arriving here.
    channel.wake();
    return channel;
  }

  const stopListening = hub.listen((topic) => {
    const salonId = messagesTopic.in(topic);
    if (salonId) channels.get(salonId)?.wake();
  });
  hub.onGap(() => {
    for (const channel of channels.values()) channel.wake();
  });
  const timer = setInterval(() => {
    lookAgain(database, channels).catch((error) => log('salons not looked at', error));
  }, LOOK_AGAIN);

  return {
    async join(salonId, listener, lastSeq, read) {
      if (listener.cursor > lastSeq) return 'reset';
      const channel = channels.get(salonId) ?? open(salonId, lastSeq);
      return channel.join(listener, lastSeq, read);
    },
    leave: (salonId, listener) => channels.get(salonId)?.leave(listener),
    size: () => ({
      salons: channels.size,
      listeners: [...channels.values()].reduce((sum, channel) => sum + channel.listeners(), 0),
    }),
    close() {
      clearInterval(timer);
      stopListening();
    },
  };
}

/** One statement for all salons that somebody here listens to. */
async function lookAgain(database: Database, channels: ReadonlyMap<string, Channel>): Promise<void> {
  if (channels.size === 0) return;
  const cursors = [...channels].map(([salonId, channel]) => ({ salonId, seq: channel.cursor() }));
  const moved = await database.systemStatement((tx) => movedSalons(tx, cursors));
  for (const salonId of moved) channels.get(salonId)?.wake();
}

/** What changed after a number; in a channel with the rights of the system, for a listener with her own. */
type Read = (cursor: number) => Promise<readonly Message[]>;
type Channel = ReturnType<typeof openChannel>;
type ChannelParts = { readonly read: Read; readonly onEmpty: () => void; readonly log: Log };

/** One salon with listeners in this process. @param cursor what is at or below it needs not be read */
function openChannel(cursor: number, { read, onEmpty, log }: ChannelParts) {
  const live = new Set<Listener>();
  const news = coalesced(tellNews, (error) => log('salon not read, will look again', error));
  let joining = 0;

  /** @returns whether there is more to read */
  async function tellNews(): Promise<boolean> {
    const changes = await read(cursor);
    const last = changes.at(-1);
    if (!last) return false;
    const tooMany = changes.length > REPLAY_MAX;
    if (tooMany) for (const listener of live) listener.reset();
    const batch = batchOf(changes, cursor);
    cursor = last.changedSeq;
    for (const listener of live) hand(listener, batch);
    return tooMany;
  }

  function dropIfEmpty(): void {
    if (live.size === 0 && joining === 0) onEmpty();
  }

  return {
    cursor: () => cursor,
    listeners: () => live.size,
    /** Something may have changed. */
    wake: news,
    async join(listener: Listener, lastSeq: number, readOwn: Read): Promise<'live' | 'reset'> {
      joining += 1;
      try {
        if (!(await catchUp(listener, () => Math.max(lastSeq, cursor), readOwn))) return 'reset';
        if (listener.isOpen()) live.add(listener);
        return 'live';
      } finally {
        joining -= 1;
        dropIfEmpty();
      }
    },
    leave(listener: Listener): void {
      live.delete(listener);
      dropIfEmpty();
    },
  };
}

/** Reads for one listener until she knows all that the channel has told. @returns false when she is too far behind */
async function catchUp(listener: Listener, told: () => number, read: Read): Promise<boolean> {
  let target = told();
  while (listener.cursor < target && listener.isOpen()) {
    const changes = await read(listener.cursor);
    if (changes.length > REPLAY_MAX) return false;
    hand(listener, batchOf(changes, listener.cursor));
    // Everything up to `target` was visible to that read, changed again or not.
    listener.cursor = Math.max(listener.cursor, target);
    target = told();
  }
  return true;
}

/** Runs `work` when called, one at a time: calls during a run make one more run, as does `work` that asks for it. */
function coalesced(work: () => Promise<boolean>, failed: (error: unknown) => void): () => void {
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    running = true;
    try {
      do {
        again = false;
        const more = await work();
        again ||= more;
      } while (again);
    } catch (error) {
      failed(error);
    } finally {
      running = false;
    }
  }

  return () => {
    if (running) again = true;
    else void run();
  };
}

/**
 * What was posted after the cursor and has changed since comes twice, as it now is: in its own place, then under its
 * last number. Sent only under its last, it would follow younger messages, and a page appends what is newer alone.
 */
function batchOf(messages: readonly Message[], cursor: number): Batch {
  const changes = messages
    .flatMap((message) => [
      ...(message.seq > cursor && message.seq < message.changedSeq ? [{ id: message.seq, message }] : []),
      { id: message.changedSeq, message },
    ])
    .sort((one, other) => one.id - other.id);
  return { changes, bytes: Buffer.from(changes.map(renderEvent).join('')) };
}

/** The same bytes for everybody; a listener who is ahead (she read for herself a moment ago) gets only what is new to her. */
function hand(listener: Listener, batch: Batch): void {
  const first = batch.changes[0];
  const last = batch.changes.at(-1);
  if (!first || !last || last.id <= listener.cursor) return;
  const { cursor } = listener;
  listener.cursor = last.id;
  listener.deliver(first.id > cursor ? batch : newsAfter(batch, cursor));
}

function newsAfter({ changes }: Batch, cursor: number): Batch {
  const news = changes.filter((change) => change.id > cursor);
  return { changes: news, bytes: Buffer.from(news.map(renderEvent).join('')) };
}
