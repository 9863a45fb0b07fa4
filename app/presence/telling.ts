/** Tells the readers of this process who is in their salon, whenever a notification says that it may have changed. */

import type { Database } from '~/db';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import { presentIn } from './queries';
import type { Present } from './rules';

export type PresenceListener = (present: readonly Present[]) => void;

export type Telling = {
  readonly watch: (salonId: string, listener: PresenceListener) => () => void;
  readonly close: () => void;
};

/** @param gather notifications are gathered this long (ms) before the database is asked: an evening begins all at once */
export function createTelling(
  database: Database,
  hub: Hub,
  gather: number,
  log: (message: string, error?: unknown) => void,
): Telling {
  const watchers = new Map<string, Set<PresenceListener>>();
  const stale = new Set<string>();
  let waiting: NodeJS.Timeout | null = null;
  let reading = false;

  function look(salonId: string): void {
    if (!watchers.has(salonId)) return;
    stale.add(salonId);
    soon();
  }

  function soon(): void {
    if (reading || stale.size === 0) return;
    waiting ??= setTimeout(() => {
      waiting = null;
      // One reading at a time: of two at once the earlier might be told after the later (D15).
      reading = true;
      tell()
        .catch((error) => log('presence not read', error))
        .finally(() => {
          reading = false;
          soon();
        });
    }, gather);
  }

  async function tell(): Promise<void> {
    const salons = [...stale];
    stale.clear();
    for (const salonId of salons) {
      const listeners = watchers.get(salonId);
      if (!listeners) continue;
      const present = await database.systemStatement((tx) => presentIn(tx, salonId));
      for (const listener of listeners) listener(present);
    }
  }

  const stopListening = hub.listen((topic) => {
    const salonId = presenceTopic.in(topic);
    if (salonId) look(salonId);
  });
  hub.onGap(() => {
    for (const salonId of watchers.keys()) look(salonId);
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
      if (waiting) clearTimeout(waiting);
    },
  };
}
