/**
 * A request's statements run in one short transaction that knows who is asking.
 *
 * `sql.begin` on a shared pool must not carry identity: when backends die under load, a statement that waits
 * in the driver's queue can wake up on another connection, outside its transaction (docs/decisions/002).
 * Here each client has one connection, is lent to one transaction at a time, refuses to send anything once
 * that connection has closed, and is then thrown away for good.
 */
import { listen } from '~/db/connection';
import { client } from '~/db/lease';
import { leasePool, type PoolUsage } from '~/db/pool';
import { transaction } from '~/db/transaction';
import type { Tx } from '~/db/tx';
import { addressAs, ROLES } from '../db/sign-in';

export { writeOnDisk } from '~/db/room';
export { asking } from '~/db/transaction';
export type { Fragment, Tx } from '~/db/tx';

export type Database = {
  /** Runs `work` as this member (null: nobody, who sees no rows). Throws AppError `unavailable` when the database is away. */
  asViewer: <T>(viewerId: string | null, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement that says itself who asks (`asking`), in its own transaction: one round trip, and locks for no longer. */
  viewerStatement: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Runs `work` as the system: sign-in, jobs, the hub. Never with a member's input as identity. */
  asSystem: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One statement as the system, in its own transaction: one round trip instead of three. */
  systemStatement: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** As the system, for a job that nobody waits for: up to a minute, on a connection of its own, one at a time. */
  inJob: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Notifies on `channel` whenever any process notifies it; `onOpen` after each (re)connection. */
  listen: (
    channel: string,
    onNotification: (topic: string) => void,
    onOpen: () => void,
  ) => Promise<() => Promise<void>>;
  /** Connections now lent, free and in all. */
  usage: () => { viewer: PoolUsage; system: PoolUsage };
  close: () => Promise<void>;
};

export type DatabaseOptions = {
  readonly viewers: number;
  readonly systems: number;
  /** Called with the text of every statement sent; for tests and the bench. */
  readonly onStatement?: (text: string) => void;
};

export const DEFAULT_POOLS: DatabaseOptions = { viewers: 10, systems: 4 };

/** ms of one statement of a job, and of all of them. */
const JOB_STATEMENT = 60_000;
const JOB_LEASE = 90_000;

/** What requests and system work run as. The start is refused if either could bypass row security. */
const [VIEWER_ROLE, SYSTEM_ROLE] = ROLES;

/** @param url as the owner of the schema has it; nothing but a migration connects as the owner */
export function openDatabase(url: string, options: DatabaseOptions = DEFAULT_POOLS): Database {
  const [viewer, system] = [addressAs(url, VIEWER_ROLE), addressAs(url, SYSTEM_ROLE)];
  const viewers = leasePool(options.viewers, () => client(viewer, options.onStatement));
  const systems = leasePool(options.systems, () => client(system, options.onStatement));
  const jobs = leasePool(1, () => client(system, options.onStatement, JOB_STATEMENT), JOB_LEASE);
  return {
    asViewer: (viewerId, work) => viewers.use((lease) => transaction(lease, viewerId, work)),
    viewerStatement: (work) => viewers.use((lease) => work(lease.handle)),
    asSystem: (work) => systems.use((lease) => transaction(lease, undefined, work)),
    systemStatement: (work) => systems.use((lease) => work(lease.handle)),
    inJob: (work) => jobs.use((lease) => transaction(lease, undefined, work)),
    listen: (channel, onNotification, onOpen) => listen(system, channel, onNotification, onOpen),
    usage: () => ({ viewer: viewers.usage(), system: systems.usage() }),
    close: async () => {
      await Promise.all([viewers.close(), systems.close(), jobs.close()]);
    },
  };
}

/** Faults that must stop the start: a role that owns a table or bypasses row security. */
export async function roleFaults(database: Database): Promise<string[]> {
  const ask = (tx: Tx) => tx<{ role: string; bypasses: boolean; owns: boolean }[]>`
    select
      current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypasses,
      exists (
        select from pg_class c
        where c.relowner = (select oid from pg_roles where rolname = current_user) and c.relkind in ('r', 'p')
      ) as owns`;
  const rows = [...(await database.asViewer(null, ask)), ...(await database.asSystem(ask))];
  return rows
    .filter((row) => row.bypasses || row.owns || !ROLES.some((role) => role === row.role))
    .map((row) => `Le rôle « ${row.role} » pourrait contourner les droits par ligne : le démarrage est refusé.`);
}
