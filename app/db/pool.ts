/** As many leases as there may be connections; whoever comes later waits a moment for a turn. */
import { AppError, fromDatabase } from '~/errors';
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

type Turns = {
  /** Waits for a place, never for a connection: a place whose client died makes a new one. @throws AppError unavailable */
  readonly take: () => Promise<void>;
  readonly leave: () => void;
  readonly counts: () => { lent: number; waiting: number };
  /** Nobody gets a place any more. */
  readonly close: () => void;
};

/** Who comes first is served first. */
function turns(size: number): Turns {
  const waiting: { resolve: () => void; reject: (error: AppError) => void }[] = [];
  let lent = 0;
  let closed = false;

  function inLine(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(new AppError('unavailable', 'no free connection', 3));
      }, LEASE_WAIT);
      const turn = {
        resolve: () => {
          clearTimeout(late);
          resolve();
        },
        reject,
      };
      waiting.push(turn);
    });
  }

  return {
    async take() {
      if (closed) throw new AppError('unavailable', 'closing', 5);
      if (lent >= size) return inLine();
      lent += 1;
    },
    leave() {
      const next = waiting.shift();
      if (next) next.resolve();
      else lent -= 1;
    },
    counts: () => ({ lent, waiting: waiting.length }),
    close() {
      closed = true;
      for (const turn of waiting.splice(0)) turn.reject(new AppError('unavailable', 'closing', 5));
    },
  };
}

export function leasePool(size: number, makeClient: () => Client): Pool {
  const idle: Client[] = [];
  const places = turns(size);
  let hurriedUntil = 0;

  async function living(): Promise<Client> {
    for (let found = idle.pop(); found; found = idle.pop()) {
      if (!found.dead) return found;
    }
    const made = makeClient();
    try {
      // Opened before it is lent, so that nothing of a transaction ever waits for a connection.
      await inTime(made.sql`select 1`);
      return made;
    } catch (error) {
      bury(made);
      throw error;
    }
  }

  /** The way to the database may be dead without a word: what lay idle on it goes with the connection in question. */
  function abandon(silent: Client): AppError {
    for (const each of [silent, ...idle.splice(0)]) bury(each);
    return new AppError('unavailable', 'no answer', 5);
  }

  async function use<T>(work: (lease: Lease) => Promise<T>): Promise<T> {
    await places.take();
    try {
      const lentClient = await living();
      const lease = lend(lentClient);
      waitForLocks(lentClient, Date.now() < hurriedUntil ? HURRIED_LOCK_WAIT : LOCK_WAIT);
      try {
        return await answered(work(lease), LEASE_END, () => abandon(lentClient));
      } finally {
        lease.end();
        if (!lentClient.dead) idle.push(lentClient);
      }
    } catch (error) {
      if ((error as { code?: unknown }).code === LOCK_NOT_AVAILABLE) hurriedUntil = Date.now() + HURRIED_FOR;
      throw fromDatabase(error);
    } finally {
      places.leave();
    }
  }

  return {
    use,
    usage: () => ({ ...places.counts(), idle: idle.filter((each) => !each.dead).length }),
    close: async () => {
      places.close();
      await Promise.all(idle.splice(0).map((each) => each.sql.end({ timeout: 2 })));
    },
  };
}
