import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded';
import { migrate, prepareRoles } from '../../db/migrate';
import { withDatabaseName } from './database-url';
import { guard } from './guard';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An address that may create databases; `aurora_template` on the same server holds the migrated schema. */
    databaseServer: string;
  }
}

type Server = { readonly url: string; stop(): Promise<void> };

/** One server for the whole run, however many projects name this file. */
const shared = globalThis as { auroraTestServer?: { users: number; server: Promise<Server> } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.auroraTestServer ??= { users: 0, server: startServer() };
  const mine = shared.auroraTestServer;
  mine.users += 1;
  const { url, stop } = await mine.server;
  project.provide('databaseServer', url);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    shared.auroraTestServer = undefined;
    await stop();
  };
}

async function startServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startScratch();
  try {
    await makeTemplate(server.url);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startScratch(): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'aurora50-tests-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, fast: true });
  const dismiss = guard(dataDir);
  const stop = () =>
    embedded.stop().finally(() => {
      dismiss();
      rmSync(dataDir, { recursive: true, force: true });
    });
  return { url: embedded.url, stop };
}

async function makeTemplate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`drop database if exists aurora_template with (force)`;
    await sql`create database aurora_template`;
  } finally {
    await sql.end();
  }
  await prepareRoles(url);
  await migrate(withDatabaseName(url, 'aurora_template'));
}
