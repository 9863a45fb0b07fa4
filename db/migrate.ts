import type { Sql } from 'postgres';
import { oneConnection } from './migrating/connection';
import { MigrationFault } from './migrating/fault';
import { type Ledger, ledger, type Tx } from './migrating/ledger';

export { MigrationFault } from './migrating/fault';
export { prepareRoles } from './migrating/roles';

export type Moved = { readonly from: number; readonly to: number };

/**
 * Brings the schema to the newest migration, in one transaction: all of it or
 * nothing (O13). A second process waits for the first and finds nothing to do.
 * Throws MigrationFault: a changed, missing or failed file, a schema newer than
 * these files, a database that does not answer or is older than PostgreSQL 15.
 */
export async function migrate(url: string, directory?: string): Promise<Moved> {
  return alone(url, directory, async (book) => {
    const from = await book.version();
    await book.refuseDrift();
    await book.moveTo(book.newest);
    return { from, to: book.newest };
  });
}

/** Undoes the last migrations, newest first, in one transaction (O14, O15). Throws MigrationFault, also when an undo file is missing. */
export async function rollback(url: string, steps = 1, directory?: string): Promise<Moved> {
  return alone(url, directory, async (book) => {
    const from = await book.version();
    const target = (await book.applied()).at(-steps - 1) ?? 0;
    await book.moveTo(target);
    return { from, to: target };
  });
}

/** The number of the last migration that was applied; 0: none was. */
export function versionOf(url: string, directory?: string): Promise<number> {
  return oneConnection(url, (sql) => inTransaction(sql, async (tx) => (await ledger(tx, directory)).version()));
}

/** Undoes everything after this version, in one transaction. Throws MigrationFault, also when an undo file is missing. */
export function rollbackTo(url: string, version: number, directory?: string): Promise<void> {
  return alone(url, directory, (book) => book.moveTo(version));
}

/** For a restoration: moves the schema and fills it in the same transaction, while nobody else migrates. */
export function migrating<T>(url: string, work: (book: Ledger, tx: Tx) => Promise<T>): Promise<T> {
  return alone(url, undefined, work);
}

/** The files that `migrate` would apply, oldest first. Writes nothing. */
export async function pendingMigrations(url: string, directory?: string): Promise<string[]> {
  return oneConnection(url, (sql) =>
    inTransaction(sql, async (tx) => {
      const book = await ledger(tx, directory);
      return book.filesAfter(await book.version());
    }),
  );
}

/** An arbitrary number that all releases share: whoever holds it is the one who migrates. */
const MIGRATING = 50_050_001;

function alone<T>(url: string, directory: string | undefined, work: (book: Ledger, tx: Tx) => Promise<T>): Promise<T> {
  return oneConnection(url, (sql) =>
    inTransaction(sql, async (tx) => {
      // Waiting for the other process may be long; waiting for a table's lock would hold up members.
      await tx`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`;
      await tx`select pg_advisory_xact_lock(${MIGRATING})`;
      await tx`select set_config('lock_timeout', '5s', true)`;
      return work(await ledger(tx, directory), tx);
    }),
  );
}

async function inTransaction<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { readonly value: T } | undefined;
  await sql.begin(async (tx) => {
    answer = { value: await work(tx) };
  });
  if (!answer) throw new MigrationFault('La migration n’est pas allée au bout.');
  return answer.value;
}
