/** The leases of the streams that are open in this process: written together, given back together. */
import { randomUUID } from 'node:crypto';
import type { Database } from '~/db';
import { gathering } from './gathering';
import { dropLeases, holdLeases, type Lease } from './queries';
import { createSigns } from './signs';

export type Held = {
  /** @returns what gives the lease back */
  readonly take: (salonId: string, userId: string) => () => void;
  /** The leases of those who are there. */
  readonly all: () => readonly Lease[];
  /** N05: a page of hers gave a sign of life, to this process or to another. */
  readonly sign: (salonId: string, userId: string) => void;
  /** Finds those whose signs do not come any more. */
  readonly look: () => void;
  /** Writes all of them with a new end. */
  readonly renew: () => Promise<void>;
  /** Gives everything back. @returns what was held or not yet given back */
  readonly close: () => Promise<readonly Lease[]>;
};

export type HeldParts = {
  readonly database: Database;
  /** ms for which comings and goings are gathered. */
  readonly gather: number;
  readonly log: (message: string, error?: unknown) => void;
  /** These were written, and these given back. */
  readonly moved: (came: readonly Lease[], went: readonly Lease[]) => void;
};

export function createHeld({ database, gather, log, moved }: HeldParts): Held {
  const held = new Map<string, Lease>();
  const signs = createSigns();
  const changed = gathering<Lease>(gather, write, (error) => log('presence not told', error));
  const isHeld = (lease: Lease) => held.has(lease.connection) && signs.isThere(lease);
  const present = () => [...held.values()].filter(isHeld);

  async function write(leases: readonly Lease[]): Promise<void> {
    const [came, went] = [leases.filter(isHeld), leases.filter((lease) => !isHeld(lease))];
    // The next renewal writes what is held; what was not given back ends by itself.
    await store(database, came, went).catch((error) => log('presence not written', error));
    moved(came, went);
  }

  return {
    take(salonId, userId) {
      const lease = { connection: randomUUID(), salonId, userId };
      held.set(lease.connection, lease);
      signs.expect(lease);
      changed.add(lease);
      return () => {
        signs.forget(lease);
        if (held.delete(lease.connection)) changed.add(lease);
      };
    },
    all: present,
    sign: (salonId, userId) => signs.came(salonId, userId).forEach(changed.add),
    look: () => signs.missed().forEach(changed.add),
    async renew() {
      const leases = present();
      await hold(database, leases, false);
      // Given back while the renewal was under way, which may have written it anew.
      const gone = leases.filter((lease) => !isHeld(lease));
      await drop(database, gone);
    },
    async close() {
      const last = [...new Set([...held.values(), ...changed.close()])];
      await drop(database, last).catch(() => {});
      return last;
    },
  };
}

async function store(database: Database, came: readonly Lease[], went: readonly Lease[]): Promise<void> {
  await hold(database, came, true);
  await drop(database, went);
}

async function hold(database: Database, leases: readonly Lease[], arriving: boolean): Promise<void> {
  if (leases.length > 0) await database.systemStatement((tx) => holdLeases(tx, leases, arriving));
}

async function drop(database: Database, leases: readonly Lease[]): Promise<void> {
  const connections = leases.map((lease) => lease.connection);
  if (connections.length > 0) await database.systemStatement((tx) => dropLeases(tx, connections));
}
