import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { withDatabaseName } from './database-url';

export type FreshDatabase = { readonly url: string; drop(): Promise<void> };

/** A database of one's own with the whole schema and no rows, as the owner. A copy of the template: quick. */
export function freshDatabase(): Promise<FreshDatabase> {
  return databaseFrom('aurora_template');
}

/** A database of one's own with nothing in it. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return databaseFrom('template1');
}

async function databaseFrom(template: string): Promise<FreshDatabase> {
  const server = inject('databaseServer');
  const name = `aurora_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  return {
    url: withDatabaseName(server, name),
    drop: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
