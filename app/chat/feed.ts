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

type Channel = {
  cursor: number;
  readonly live: Set<Listener>;
  waiting: number;
  loading: boolean;
  dirty: boolean;
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

export function createFeed(database: Database, hub: Hub, log: (message: string, error?: unknown) => void): Feed {
  const channels = new Map<string, Channel>();

  async function load(salonId: string, channel: Channel): Promise<void> {
    if (channel.loading) {
      channel.dirty = true;
      return;
    }
    channel.loading = true;
    try {
      do {
        channel.dirty = false;
        const changes = await database.systemStatement((tx) => changesAfter(tx, salonId, channel.cursor));
        const last = changes.at(-1);
        if (!last) continue;
        if (changes.length > REPLAY_MAX) {
          channel.dirty = true;
          for (const listener of channel.live) listener.reset();
        }
        const batch = batchOf(changes, channel.cursor);
        channel.cursor = last.changedSeq;
        for (const listener of channel.live) hand(listener, batch);
      } while (channel.dirty);
    } catch (error) {
      log('salon not read, will look again', error);
    } finally {
      channel.loading = false;
    }
  }

  function wake(salonId: string): void {
    const channel = channels.get(salonId);
    if (channel) void load(salonId, channel);
  }

  function wakeAll(): void {
    for (const salonId of channels.keys()) wake(salonId);
  }

  /** One statement for all salons that somebody here listens to. */
  async function lookAgain(): Promise<void> {
    if (channels.size === 0) return;
    const cursors = [...channels].map(([salonId, channel]) => ({ salonId, seq: channel.cursor }));
    const moved = await database.systemStatement((tx) => movedSalons(tx, cursors));
    for (const salonId of moved) wake(salonId);
  }

  const stopListening = hub.listen((topic) => {
    const salonId = messagesTopic.in(topic);
    if (salonId) wake(salonId);
  });
  hub.onGap(wakeAll);
  const timer = setInterval(() => {
    lookAgain().catch((error) => log('salons not looked at', error));
  }, LOOK_AGAIN);

  return {
    async join(salonId, listener, lastSeq, read) {
      if (listener.cursor > lastSeq) return 'reset';
      let channel = channels.get(salonId);
      if (!channel) {
        channel = { cursor: lastSeq, live: new Set(), waiting: 0, loading: false, dirty: false };
        channels.set(salonId, channel);
        // Between the check of the right and this line the salon may have moved without a notification arriving here.
        void load(salonId, channel);
      }
      channel.waiting += 1;
      try {
        for (let target = Math.max(lastSeq, channel.cursor); listener.cursor < target && listener.isOpen(); ) {
          const changes = await read(listener.cursor);
          if (changes.length > REPLAY_MAX) return 'reset';
          hand(listener, batchOf(changes, listener.cursor));
          // Everything up to `target` was visible to that read, changed again or not.
          listener.cursor = Math.max(listener.cursor, target);
          target = Math.max(target, channel.cursor);
        }
        if (listener.isOpen()) channel.live.add(listener);
        return 'live';
      } finally {
        channel.waiting -= 1;
        dropIfEmpty(salonId, channel);
      }
    },
    leave(salonId, listener) {
      const channel = channels.get(salonId);
      if (!channel) return;
      channel.live.delete(listener);
      dropIfEmpty(salonId, channel);
    },
    size: () => ({
      salons: channels.size,
      listeners: [...channels.values()].reduce((sum, channel) => sum + channel.live.size, 0),
    }),
    close() {
      clearInterval(timer);
      stopListening();
    },
  };

  function dropIfEmpty(salonId: string, channel: Channel): void {
    if (channel.live.size === 0 && channel.waiting === 0) channels.delete(salonId);
  }
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
