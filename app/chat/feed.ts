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
import { membersTopic } from '~/salons/rules';
import { type Channel, type Listener, openChannel } from './channel';
import { changesAfter, movedSalons } from './queries';
import type { Message } from './rules';

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
    // Who comes in is a line of the conversation.
    const salonId = messagesTopic.in(topic) ?? membersTopic.in(topic);
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
