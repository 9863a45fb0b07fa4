/**
 * Who is here, from the open streams: a lease a connection, written in batches, renewed for the whole process by one
 * statement, swept by one process. A process that dies renews nothing, and its readers are gone when their leases end.
 * The sweep also finds whoever has become absent by doing nothing (N02), at the moment it happens.
 */

import type { Database } from '~/db';
import { presenceTopic, signTopic } from '~/presence/rules';
import type { Hub } from '~/realtime/hub';
import type { Topic } from '~/realtime/topic';
import { createHeld, type Held } from './held';
import { nextLook } from './next-look';
import { type Lease, sweep } from './queries';
import { LOOK_SECONDS, RENEWAL_SECONDS } from './rules';
import { createTelling, type PresenceListener } from './telling';

export type Presence = {
  /** Takes a lease for a new stream; the returned function gives it back. */
  arrive: (salonId: string, userId: string) => () => void;
  /** N05: a page of hers is there; told to the process that holds its stream, whichever that is. */
  sign: (salonId: string, userId: string) => void;
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

  const stops = [
    hub.listen((topic) => hear(held, topic)),
    every(RENEWAL_SECONDS, () => attempt(held.renew().then(look))),
    every(LOOK_SECONDS, held.look),
  ];

  return {
    arrive: held.take,
    sign: (salonId, userId) => hub.wakeTopic(signTopic.of(`${salonId}:${userId}`)),
    watch: telling.watch,
    look,
    held: held.all,
    async close() {
      for (const stop of stops) stop();
      next.close();
      telling.close();
      // The other processes' readers are still there to see it.
      wakeSalons(hub, salonsOf(await held.close()));
    },
  };
}

function hear(held: Held, topic: Topic): void {
  const [salonId, userId] = signTopic.in(topic)?.split(':') ?? [];
  if (salonId && userId) held.sign(salonId, userId);
}

function every(seconds: number, work: () => void): () => void {
  const timer = setInterval(work, seconds * 1_000);
  return () => clearInterval(timer);
}

function wakeSalons(hub: Hub, salonIds: Iterable<string>): void {
  for (const salonId of new Set(salonIds)) hub.wakeTopic(presenceTopic.of(salonId));
}

const salonsOf = (leases: readonly Lease[]) => leases.map((lease) => lease.salonId);
