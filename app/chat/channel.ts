/** One salon with listeners in this process (`feed.ts`): what it reads, to whom it hands it, and how often. */
import { setTimeout } from 'node:timers/promises';
import { renderEvent } from './rendering';
import { type Message, REPLAY_MAX } from './rules';
import { type Hidden, seenBy } from './rules/hidden';

/** A message as it stands now, and the number it goes out under. */
export type Change = { readonly id: number; readonly message: Message };

/** In the order of their numbers. */
export type Batch = {
  readonly changes: readonly Change[];
  /** All of them as server-sent events. */
  readonly bytes: Buffer;
};

/** The same as events for a reader who does not see everybody. */
export function eventsSeenBy(hidden: Hidden, { changes }: Batch): Buffer {
  const seen = changes.flatMap(({ id, message }) => {
    const left = seenBy(hidden, message);
    return left ? [renderEvent({ id, message: left })] : [];
  });
  return Buffer.from(seen.join(''));
}

/** Somebody who listens. The feed moves `cursor`; what is at or below it was delivered. */
export type Listener = {
  cursor: number;
  readonly isOpen: () => boolean;
  readonly deliver: (batch: Batch) => void;
  /** Too far behind, all at once: load the page again. */
  readonly reset: () => void;
};

/** What changed after a number; in a channel with the rights of the system, for a listener with her own. */
type Read = (cursor: number) => Promise<readonly Message[]>;
export type Channel = ReturnType<typeof openChannel>;
type ChannelParts = {
  readonly read: Read;
  readonly onEmpty: () => void;
  readonly log: (message: string, error?: unknown) => void;
};

/** One salon with listeners in this process. @param cursor what is at or below it needs not be read */
export function openChannel(cursor: number, { read, onEmpty, log }: ChannelParts) {
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
    await rest(handAll(live, batch));
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

/** ms between two batches at most, however many are listening: nobody sees it. */
const REST_MAX = 25;

/**
 * A salon takes half of the process at most: after a batch that took long to hand out it waits as long, and what happens
 * meanwhile is one batch. Each write to a socket costs the same for one message and for ten. @param took ms
 */
export function restAfter(took: number): number {
  return took < 1 ? 0 : Math.min(took, REST_MAX);
}

/** @param took ms */
async function rest(took: number): Promise<void> {
  const ms = restAfter(took);
  if (ms > 0) await setTimeout(ms);
}

/** @returns ms that it took */
function handAll(listeners: Iterable<Listener>, batch: Batch): number {
  const began = performance.now();
  for (const listener of listeners) hand(listener, batch);
  return performance.now() - began;
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
