/**
 * Who is here, from the open streams: a lease a connection, written in batches, renewed for the whole process by one
 * statement, swept by one process. A process that dies renews nothing, and its readers are gone when their leases end.
 * The sweep also finds whoever has become absent by doing nothing (N02), at the moment it happens.
 */

import { randomUUID } from 'node:crypto';
import type { Database } from '~/db';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import { dropLeases, holdLeases, type Lease, sweep } from './queries';
import { RENEWAL_SECONDS } from './rules';
import { createTelling, type PresenceListener } from './telling';

export type Presence = {
  /** Takes a lease for a new stream; the returned function gives it back. */
  arrive: (salonId: string, userId: string) => () => void;
  /** Calls back with who is here whenever that may have changed, for salons that somebody in this process watches. */
  watch: (salonId: string, listener: PresenceListener) => () => void;
  /** Looks at once for states that have changed, tells them, and comes back when the next change is due. */
  look: () => Promise<void>;
  /** The leases this process holds. */
  held: () => readonly Lease[];
  close: () => Promise<void>;
};

/** Comings and goings are gathered this long (ms): a reload is not a departure, and an evening begins all at once. */
const GATHER = 400;
/** A state changes at the instant after its deadline, and the timers of two machines differ by a little (ms). */
const PAST_DEADLINE = 100;
/** Looks are this far apart (ms), however many become absent one after the other; N04 leaves two seconds. */
const LOOK_PAUSE = 1_000;

export function createPresence(
  database: Database,
  hub: Hub,
  log: (message: string, error?: unknown) => void,
): Presence {
  const held = new Map<string, Lease>();
  const arriving = new Set<string>();
  const leaving = new Map<string, Lease>();
  const telling = createTelling(database, hub, GATHER, log);
  let flushing: NodeJS.Timeout | null = null;
  let planned: { readonly at: number; readonly timer: NodeJS.Timeout } | null = null;
  let closed = false;

  function wakeAll(salonIds: Iterable<string>): void {
    for (const salonId of new Set(salonIds)) hub.wakeTopic(presenceTopic.of(salonId));
  }

  async function flush(): Promise<void> {
    flushing = null;
    const came = [...arriving].flatMap((connection) => held.get(connection) ?? []);
    const went = [...leaving.values()];
    arriving.clear();
    leaving.clear();
    try {
      if (came.length > 0) await database.systemStatement((tx) => holdLeases(tx, came, true));
      await drop(went);
    } catch (error) {
      // The next renewal writes what is held; what was not given back ends by itself.
      log('presence not written', error);
    }
    wakeAll([...came, ...went].map((lease) => lease.salonId));
    // Whoever comes back by herself may have done nothing for a while: her own deadline may be near.
    if (came.length > 0) plan(0);
  }

  async function drop(leases: readonly Lease[]): Promise<void> {
    const connections = leases.map((lease) => lease.connection);
    if (connections.length > 0) await database.systemStatement((tx) => dropLeases(tx, connections));
  }

  function soon(): void {
    flushing ??= setTimeout(flush, GATHER);
  }

  async function renew(): Promise<void> {
    const leases = [...held.values()];
    if (leases.length > 0) await database.systemStatement((tx) => holdLeases(tx, leases, false));
    // Given back while the renewal was under way, which may have written it anew.
    await drop(leases.filter((lease) => !held.has(lease.connection)));
    await look();
  }

  async function look(): Promise<void> {
    const { salonIds, next } = await database.systemStatement(sweep);
    wakeAll(salonIds);
    if (next !== null && next < RENEWAL_SECONDS) plan(next);
  }

  /** The next look, unless an earlier one is planned; in any case there is one with every renewal. @param seconds from now */
  function plan(seconds: number): void {
    const wait = Math.max(LOOK_PAUSE, seconds * 1_000 + PAST_DEADLINE);
    if (closed || (planned && planned.at <= Date.now() + wait)) return;
    if (planned) clearTimeout(planned.timer);
    const timer = setTimeout(() => {
      planned = null;
      attempt(look());
    }, wait);
    planned = { at: Date.now() + wait, timer };
  }

  function attempt(work: Promise<void>): void {
    work.catch((error) => log('presence not renewed', error));
  }

  const timer = setInterval(() => attempt(renew()), RENEWAL_SECONDS * 1_000);

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
    watch: telling.watch,
    look,
    held: () => [...held.values()],
    async close() {
      closed = true;
      clearInterval(timer);
      telling.close();
      if (flushing) clearTimeout(flushing);
      if (planned) clearTimeout(planned.timer);
      const last = [...held.values(), ...leaving.values()];
      await drop(last).catch(() => {});
      // The other processes' readers are still there to see it.
      wakeAll(last.map((lease) => lease.salonId));
    },
  };
}
