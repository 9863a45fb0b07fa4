import { existsSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { binariesFor } from './postgresql/binaries';
import { ensureCluster, resetPassword, type Setup } from './postgresql/cluster';
import { asFault, EmbeddedFault } from './postgresql/fault';
import { takeLock } from './postgresql/instance-lock';
import { linkPlace, openDataDir, placeFor } from './postgresql/place';
import { type Postmaster, startPostmaster, stopOrphan } from './postgresql/postmaster';
import { DATABASE, keepRecord, newRecord, type Record, recordIn, urlOf } from './postgresql/record';
import { chooseRunner } from './postgresql/runner';

export { asFault, EmbeddedFault } from './postgresql/fault';
export { runningEmbedded } from './postgresql/record';

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** For tests: no fsync, so quick and not durable. */
  readonly fast?: boolean;
};

export type Embedded = {
  /** As superuser, on loopback. */
  readonly url: string;
  /** Waits for the last transactions' end; may be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL 18 in `<dataDir>/postgres` and answers when it takes
 * connections. Works as root, as an ordinary user, after `kill -9`, and from
 * folders only root may read (architecture 2, contract 5).
 * Throws EmbeddedFault, whose message is for the operator.
 */
export async function startEmbedded({ dataDir, fast = false }: EmbeddedOptions): Promise<Embedded> {
  const releases: (() => void)[] = [];
  const release = () => {
    process.removeListener('exit', release);
    for (const free of releases.splice(0).reverse()) free();
  };
  process.once('exit', release);
  try {
    const folder = openDataDir(dataDir);
    releases.push(takeLock(folder));
    const setup = prepare(folder, fast, releases);
    const { url, postmaster } = await start(folder, setup);
    const stop = () => postmaster.stop().finally(release);
    return { url, stop };
  } catch (error) {
    release();
    throw asFault(error, dataDir);
  }
}

/** Where the cluster lies and who runs it. A place outside the data folder is locked too: a copied folder points to the same one. */
function prepare(folder: string, fast: boolean, releases: (() => void)[]): Setup {
  const runner = chooseRunner(join(folder, 'postgres'));
  const place = placeFor(folder, runner);
  if (place !== folder) releases.push(takeLock(place));
  linkPlace(folder, place);
  return { binaries: binariesFor(runner, folder), runner, cluster: join(place, 'postgres'), fast };
}

async function start(folder: string, setup: Setup): Promise<{ url: string; postmaster: Postmaster }> {
  await stopOrphan(setup);
  const known = recordIn(folder);
  const record = known ?? newRecord();
  const isLost = !known && existsSync(setup.cluster);
  await ensureCluster(setup, record);
  if (isLost) await resetPassword(setup, record);
  keepRecord(folder, record);
  const startLog = join(folder, 'postgres-start.log');
  const postmaster = await startPostmaster({ ...setup, startLog }, record.port);
  try {
    return { url: await openDatabase(folder, { ...record, port: postmaster.port }), postmaster };
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

async function openDatabase(folder: string, record: Record): Promise<string> {
  const sql = postgres(urlOf(record, 'postgres'), { max: 1, onnotice: () => {}, fetch_types: false });
  try {
    const [made] = await sql`select from pg_database where datname = ${DATABASE}`;
    if (!made) await sql`create database ${sql(DATABASE)}`;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new EmbeddedFault(
      'start',
      `Le mot de passe gardé dans « ${join(folder, 'postgres.json')} » n’est plus le bon. Supprimez ce fichier puis relancez : un nouveau sera fait.`,
    );
  } finally {
    await sql.end();
  }
  keepRecord(folder, record);
  return urlOf(record, DATABASE);
}
