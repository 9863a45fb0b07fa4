/** Tells the readers of this process who is in their salon, whenever a notification says that it may have changed. */

import type { Database } from '~/db';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import { gathering } from './gathering';
import { presentIn } from './queries';
import type { Present } from './rules';

export type PresenceListener = (present: readonly Present[]) => void;
type Log = (message: string, error?: unknown) => void;

export type Telling = {
  readonly watch: (salonId: string, listener: PresenceListener) => () => void;
  readonly close: () => void;
};

/** @param gather notifications are gathered this long (ms) before the database is asked: an evening begins all at once */
export function createTelling(database: Database, hub: Hub, gather: number, log: Log): Telling {
  const watchers = new Map<string, Set<PresenceListener>>();
  const stale = gathering<string>(gather, tell, (error) => log('presence not read', error));

  async function tell(salonIds: readonly string[]): Promise<void> {
    for (const salonId of salonIds) {
      const listeners = watchers.get(salonId);
      if (!listeners) continue;
      const present = await database.systemStatement((tx) => presentIn(tx, salonId));
      for (const listener of listeners) listener(present);
    }
  }

  const stopListening = hub.listen((topic) => {
    const salonId = presenceTopic.in(topic);
    if (salonId && watchers.has(salonId)) stale.add(salonId);
  });
  hub.onGap(() => {
    for (const salonId of watchers.keys()) stale.add(salonId);
  });

  return {
    watch(salonId, listener) {
      const listeners = watchers.get(salonId) ?? new Set();
      watchers.set(salonId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(salonId);
      };
    },
    close() {
      stopListening();
      stale.close();
    },
  };
}
