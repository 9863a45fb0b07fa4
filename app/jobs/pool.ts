/**
 * The queue's connections (docs/decisions/014): the only importer of `pg`, the driver that graphile-worker speaks
 * through. The library would make a pool by itself, and takes its error listeners away before that pool has ended: a
 * connection that PostgreSQL cuts in that moment was an uncaught exception. Ours are heard from their first to their
 * last moment.
 */
import type { ClientConfig, Pool, PoolConfig } from 'pg';
import { addressOf } from '../../db/address';
import { addressAs, type Role } from '../../db/sign-in';

/** @param role null: the owner of the schema, for the queue's own migrations */
export async function openPool(url: string, role: Role | null, max: number, log: Log): Promise<Pool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ ...(await placeOf(url, role)), max });
  // Whoever waits for an answer of the connection is refused it by the driver; nothing is left to be done here.
  const heard = ({ message }: Error) => log(`jobs: a connection was lost (${message})`);
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return lettingGoOnce(pool);
}

/**
 * The library lets go of its listening connection a second time when it is cut while the worker is replaced. The pool
 * throws then, where nobody catches: an unhandled rejection. The second time is nothing.
 */
function lettingGoOnce(pool: Pool): Pool {
  const connect = pool.connect.bind(pool);
  type Answered = Parameters<typeof connect>[0];
  const once = (answered: Answered) =>
    connect((error, client, release) => {
      let isGone = false;
      answered(error, client, (fault) => {
        if (!isGone) release(fault);
        isGone = true;
      });
    });
  return Object.assign(pool, { connect: (answered?: Answered) => (answered ? once(answered) : connect()) });
}

type Log = (message: string) => void;

/** A machine that falls off the network says no goodbye: PostgreSQL finds out within a minute, and lets go of its lock. */
const GONE_SOON = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** The same address as the app's own connections have, with the role as they have it. */
async function placeOf(url: string, role: Role | null): Promise<PoolConfig> {
  const { username, ssl, options, ...place } = addressOf(role ? addressAs(url, role) : url);
  const said = [options, role && GONE_SOON].filter(Boolean).join(' ');
  const config = { ...place, user: username, application_name: 'aurora50 jobs', ...(said && { options: said }) };
  return { ...config, ssl: ssl === 'prefer' ? await preferred(config) : ssl };
}

/** Encrypted where the server can: this driver knows yes and no only. */
async function preferred(config: ClientConfig): Promise<PoolConfig['ssl']> {
  const { default: pg } = await import('pg');
  const ssl = { rejectUnauthorized: false };
  const trial = new pg.Client({ ...config, ssl });
  trial.on('error', () => {});
  try {
    await trial.connect();
    return ssl;
  } catch (error) {
    if (error instanceof Error && /does not support SSL/.test(error.message)) return false;
    throw error;
  } finally {
    await trial.end();
  }
}
