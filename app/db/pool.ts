/** As many leases as there may be connections; whoever comes later waits a moment for a turn. */
import { AppError, fromDatabase } from '~/errors';
import { createTurns } from '~/turns';
import { answered, inTime } from './connection';
import { bury, type Client, type Lease, LOCK_WAIT, lend, waitForLocks } from './lease';

const LOCK_NOT_AVAILABLE = '55P03';
const LEASE_WAIT = 3_000; // ms until a request that finds no free connection is answered 503
/** ms until a lease ends on our side. A living database ends its statements before (statement_timeout, lease.ts). */
const LEASE_END = 6_000;

/**
 * ms. For some seconds after a statement has waited for a lock in vain, others wait less: with one table locked, those
 * who ask for it would otherwise hold every connection, and pages that do not need the table would be answered 503.
 */
const HURRIED_FOR = 5_000;
const HURRIED_LOCK_WAIT = 200;

export type PoolUsage = { lent: number; idle: number; waiting: number };

export type Pool = {
  use: <T>(work: (lease: Lease) => Promise<T>) => Promise<T>;
  usage: () => PoolUsage;
  close: () => Promise<void>;
};

/** @param leaseEnd ms until a lease ends on our side, more than its client's statements may take */
export function leasePool(size: number, makeClient: () => Client, leaseEnd = LEASE_END): Pool {
  // A turn is waited for, never a connection: a turn whose client died makes a new one.
  const turns = createTurns({
    name: 'no free connection',
    atOnce: size,
    queue: Number.POSITIVE_INFINITY,
    patience: LEASE_WAIT,
  });
  const clients = idleClients(makeClient);
  let hurriedUntil = 0;

  async function lendOne<T>(work: (lease: Lease) => Promise<T>): Promise<T> {
    const client = await clients.living();
    const lease = lend(client);
    waitForLocks(client, Date.now() < hurriedUntil ? HURRIED_LOCK_WAIT : LOCK_WAIT);
    try {
      return await answered(work(lease), leaseEnd, () => clients.abandon(client));
    } finally {
      lease.end();
      clients.keep(client);
    }
  }

  return {
    async use(work) {
      const leave = await turns.take();
      try {
        return await lendOne(work);
      } catch (error) {
        if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) hurriedUntil = Date.now() + HURRIED_FOR;
        throw fromDatabase(error);
      } finally {
        leave();
      }
    },
    usage: () => ({ ...turns.counts(), idle: clients.count() }),
    async close() {
      turns.close();
      await clients.close();
    },
  };
}

/** The clients that are lent to nobody. One whose connection has closed is never lent again. */
function idleClients(makeClient: () => Client) {
  const idle: Client[] = [];
  return {
    /** An idle client, or a new one that is opened before it is lent: nothing of a transaction waits for a connection. */
    async living(): Promise<Client> {
      for (let found = idle.pop(); found; found = idle.pop()) {
        if (!found.dead) return found;
      }
      const made = makeClient();
      try {
        await inTime(made.sql`select 1`);
        return made;
      } catch (error) {
        bury(made);
        throw error;
      }
    },
    keep(client: Client): void {
      if (!client.dead) idle.push(client);
    },
    /** The way to the database may be dead without a word: what lay idle on it goes with the connection in question. */
    abandon(silent: Client): AppError {
      for (const each of [silent, ...idle.splice(0)]) bury(each);
      return new AppError('unavailable', 'no answer', 5);
    },
    count: () => idle.filter((each) => !each.dead).length,
    async close(): Promise<void> {
      await Promise.all(idle.splice(0).map((each) => each.sql.end({ timeout: 2 })));
    },
  };
}
