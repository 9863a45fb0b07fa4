import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AddressFault } from '../db/address';
import { EmbeddedFault, runningEmbedded, startEmbedded } from '../db/embedded';
import { MigrationFault } from '../db/migrate';
import { projectRoot } from '../db/project-root';

export type Opened = {
  readonly url: string;
  /** Which database this is, in words for the operator. */
  readonly description: string;
  close(): Promise<void>;
};

/** The database of the settings: DATABASE_URL, or the embedded one: the running one if the application runs, else started for the while. */
export async function openDatabase(): Promise<Opened> {
  readSettings();
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, description: 'celle de DATABASE_URL', close: async () => {} };
  const dataDir = resolve(projectRoot(), process.env.DATA_DIR || '.data');
  const running = runningEmbedded(dataDir);
  if (running) return { url: running, description: `embarquée, en service, dans ${dataDir}`, close: async () => {} };
  const embedded = await startEmbedded({ dataDir });
  return { url: embedded.url, description: `embarquée, dans ${dataDir}`, close: () => embedded.stop() };
}

/** Runs a command on the database of the settings; faults are told plainly and end with code 1, and so does `false`. */
export async function withDatabase(work: (database: Opened) => Promise<boolean | void>): Promise<void> {
  stopOnSignals();
  let database: Opened | undefined;
  try {
    database = await openDatabase();
    if ((await work(database)) === false) process.exitCode = 1;
  } catch (error) {
    tellFault(error);
  } finally {
    await database?.close();
  }
}

export function tellFault(error: unknown): void {
  const isPlain = error instanceof EmbeddedFault || error instanceof MigrationFault || error instanceof AddressFault;
  console.error(isPlain ? error.message : (missing(error) ?? error));
  process.exitCode = 1;
}

/** A path that somebody gave and that leads nowhere. */
function missing(error: unknown): string | undefined {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOENT' && path ? `« ${path} » n’existe pas.` : undefined;
}

/** Leaving through `exit` lets the embedded database be told. */
function stopOnSignals(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

function readSettings(): void {
  const file = join(projectRoot(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
