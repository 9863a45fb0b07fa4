/**
 * The queue's connections (docs/decisions/014): the only importer of `pg`, the driver that graphile-worker speaks
 * through. The library would make a pool by itself, and takes its error listeners away before that pool has ended: a
 * connection that PostgreSQL cuts in that moment was an uncaught exception. Ours are heard from their first to their
 * last moment.
 */
import type { Pool } from 'pg';

/** @param role null: the owner of the schema */
export async function openPool(url: string, role: string | null, max: number, log: Log): Promise<Pool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: addressFor(url, role), max });
  // Whoever waits for an answer of the connection is refused it by the driver; nothing is left to be done here.
  const heard = ({ message }: Error) => log(`jobs: a connection was lost (${message})`);
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return pool;
}

type Log = (message: string) => void;

/** A machine that falls off the network says no goodbye: PostgreSQL finds out within a minute, and lets go of its lock. */
const GONE_SOON = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/**
 * The database's address for this driver, with the role as the app's own connections have it. `sslmode` means what it
 * means to the app's driver (and to libpq): `require` encrypts, `verify-full` also checks the certificate.
 */
function addressFor(url: string, role: string | null): string {
  const address = new URL(url);
  address.searchParams.set('application_name', 'aurora50 jobs');
  if (address.searchParams.has('sslmode')) address.searchParams.set('uselibpqcompat', 'true');
  if (role) {
    const given = address.searchParams.get('options');
    address.searchParams.set('options', `${given ? `${given} ` : ''}-c role=${role} ${GONE_SOON}`);
  }
  return address.toString();
}
