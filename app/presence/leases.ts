/**
 * Who is here, from the open streams: a lease a connection, written in batches, renewed for the whole process by one
 * statement, swept by one process. A process that dies renews nothing, and its readers are gone when their leases end.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '~/db';
import type { Hub } from '~/realtime/hub';
import { dropLeases, holdLeases, type Lease, presentIn, sweepLeases } from './queries';
import { type Present, RENEWAL_SECONDS } from './rules';

export type Presence = {
  /** Takes a lease for a new stream; the returned function gives it back. */
  arrive: (salonId: string, userId: string) => () => void;
  /** Calls back with who is here whenever that may have changed, for salons that somebody in this process watches. */
  watch: (salonId: string, listener: (present: readonly Present[]) => void) => () => void;
  /** The leases this process holds. */
  held: () => readonly Lease[];
  close: () => Promise<void>;
};

/** Comings and goings are gathered this long (ms): a reload is not a departure, and an evening begins all at once. */
const GATHER = 400;

export function createPresence(
  database: Database,
  hub: Hub,
  log: (message: string, error?: unknown) => void,
): Presence {
  const held = new Map<string, Lease>();
  const arriving = new Set<string>();
  const leaving = new Map<string, Lease>();
  const watchers = new Map<string, Set<(present: readonly Present[]) => void>>();
  const stale = new Set<string>();
  let flushing: NodeJS.Timeout | null = null;
  let telling: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    flushing = null;
    const came = [...arriving].flatMap((connection) => held.get(connection) ?? []);
    const went = [...leaving.values()];
    arriving.clear();
    leaving.clear();
    try {
      if (came.length > 0) await database.systemStatement((tx) => holdLeases(tx, came));
      if (went.length > 0)
        await database.systemStatement((tx) =>
          dropLeases(
            tx,
            went.map((each) => each.connection),
          ),
        );
    } catch (error) {
      // The next renewal writes what is held; what was not given back ends by itself.
      log('presence not written', error);
    }
    for (const salonId of new Set([...came, ...went].map((lease) => lease.salonId)))
      hub.ringTopic(`presence:${salonId}`);
  }

  function soon(): void {
    flushing ??= setTimeout(flush, GATHER);
  }

  async function tell(): Promise<void> {
    telling = null;
    const salons = [...stale];
    stale.clear();
    for (const salonId of salons) {
      const listeners = watchers.get(salonId);
      if (!listeners) continue;
      const present = await database.systemStatement((tx) => presentIn(tx, salonId));
      for (const listener of listeners) listener(present);
    }
  }

  function look(salonId: string): void {
    if (!watchers.has(salonId)) return;
    stale.add(salonId);
    telling ??= setTimeout(() => {
      tell().catch((error) => log('presence not read', error));
    }, GATHER);
  }

  async function renew(): Promise<void> {
    const leases = [...held.values()];
    if (leases.length > 0) await database.systemStatement((tx) => holdLeases(tx, leases));
    const emptied = await database.asSystem(sweepLeases);
    for (const salonId of emptied) hub.ringTopic(`presence:${salonId}`);
  }

  const stopListening = hub.listen((topic) => {
    if (topic.startsWith('presence:')) look(topic.slice('presence:'.length));
  });
  hub.onGap(() => {
    for (const salonId of watchers.keys()) look(salonId);
  });
  const timer = setInterval(() => {
    renew().catch((error) => log('presence not renewed', error));
  }, RENEWAL_SECONDS * 1_000);

  return {
    arrive(salonId, userId) {
      const lease = { connection: randomUUID(), salonId, userId };
      held.set(lease.connection, lease);
      arriving.add(lease.connection);
      soon();
      return () => {
        if (!held.delete(lease.connection)) return;
        arriving.delete(lease.connection);
        leaving.set(lease.connection, lease);
        soon();
      };
    },
    watch(salonId, listener) {
      const listeners = watchers.get(salonId) ?? new Set();
      watchers.set(salonId, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) watchers.delete(salonId);
      };
    },
    held: () => [...held.values()],
    async close() {
      clearInterval(timer);
      stopListening();
      if (flushing) clearTimeout(flushing);
      if (telling) clearTimeout(telling);
      const last = [...held.values(), ...leaving.values()];
      if (last.length === 0) return;
      const connections = last.map((lease) => lease.connection);
      await database.systemStatement((tx) => dropLeases(tx, connections)).catch(() => {});
      // The other processes' readers are still there to see it.
      for (const salonId of new Set(last.map((lease) => lease.salonId))) hub.ringTopic(`presence:${salonId}`);
    },
  };
}
