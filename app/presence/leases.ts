/**
 * Who is here, from the open streams: a lease a connection, written in batches, renewed for the whole process by one
 * statement, swept by one process. A process that dies renews nothing, and its readers are gone when their leases end.
 * The sweep also finds whoever has become absent by doing nothing (N02), at the moment it happens.
 */

import type { Database } from '~/db';
import { presenceTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import { createHeld } from './held';
import { nextLook } from './next-look';
import { type Lease, sweep } from './queries';
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

export function createPresence(
  database: Database,
  hub: Hub,
  log: (message: string, error?: unknown) => void,
): Presence {
  const telling = createTelling(database, hub, GATHER, log);
  const next = nextLook(() => attempt(look()));
  const held = createHeld({
    database,
    gather: GATHER,
    log,
    moved(came, went) {
      wakeSalons(hub, salonsOf([...came, ...went]));
      // Whoever comes back by herself may have done nothing for a while: her own deadline may be near.
      if (came.length > 0) next.within(0);
    },
  });

  async function look(): Promise<void> {
    const { salonIds, next: seconds } = await database.systemStatement(sweep);
    wakeSalons(hub, salonIds);
    // In any case there is a look with every renewal.
    if (seconds !== null && seconds < RENEWAL_SECONDS) next.within(seconds);
  }

  function attempt(work: Promise<void>): void {
    work.catch((error) => log('presence not renewed', error));
  }

  const timer = setInterval(() => attempt(held.renew().then(look)), RENEWAL_SECONDS * 1_000);

  return {
    arrive: held.take,
    watch: telling.watch,
    look,
    held: held.all,
    async close() {
      clearInterval(timer);
      next.close();
      telling.close();
      // The other processes' readers are still there to see it.
      wakeSalons(hub, salonsOf(await held.close()));
    },
  };
}

function wakeSalons(hub: Hub, salonIds: Iterable<string>): void {
  for (const salonId of new Set(salonIds)) hub.wakeTopic(presenceTopic.of(salonId));
}

const salonsOf = (leases: readonly Lease[]) => leases.map((lease) => lease.salonId);
