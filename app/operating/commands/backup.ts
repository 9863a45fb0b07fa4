/** Makes a backup, and tries the last one in a database of its own (O04, U15, Z04). */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '~/config';
import type { Database } from '~/db';
import type { Files as Pictures } from '~/files/commands/draft';
import { BackupFault, type Files } from '../../../db/backup/format';
import { restore } from '../../../db/backup/restore';
import { backupStream } from '../../../db/backup/write';
import { startEmbedded } from '../../../db/embedded';
import { prepareRoles } from '../../../db/migrate';
import { filesBeside } from '../backups/files';
import type { Shelf } from '../backups/place';
import { shelfOf } from '../backups/shelf';
import { noteBackup, noteDrill } from '../queries/backups';
import { expired, nameAt, newestOf } from '../rules/backups';

export type BackupHouse = {
  readonly config: Config;
  readonly database: Database;
  readonly files: Pictures;
  /** As the owner of the schema has it. */
  readonly url: string;
};

export type Made = { readonly path: string; readonly bytes: number; readonly rows: number; readonly files: number };

/** One encrypted file, and no half of one; then those that are too old go. @throws whatever went wrong, after it was noted */
export async function makeBackup(house: BackupHouse, key: string, now: Date): Promise<Made> {
  const { config, database, files, url } = house;
  const shelf = shelfOf(config);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const name = nameAt(now);
  try {
    const { content, written } = await backupStream({ url, key, files: filesBeside(config, files.store) });
    const put = shelf.put(name, content).finally(() => content.destroy());
    // A place that is full ends the reading too, and knows why.
    const { path: place, bytes } = await put;
    const { rows, files: fileCount } = await written;
    const line = { name, place: shelf.place, bytes, rowCount: rows, fileCount, fault: null };
    // The file stands, also where an older schema has no such table (an upgrade backs up before it migrates).
    await database.systemStatement((tx) => noteBackup(tx, { ...line, seconds: seconds() })).catch(() => {});
    // The one just made stays, also when the clock has gone back by years.
    for (const old of expired(await shelf.list())) if (old !== name) await shelf.remove(old);
    return { path: place, bytes, rows, files: fileCount };
  } catch (error) {
    const line = { name: null, place: shelf.place, bytes: 0, rowCount: 0, fileCount: 0, fault: faultOf(error) };
    await database.systemStatement((tx) => noteBackup(tx, { ...line, seconds: seconds() })).catch(() => {});
    throw error;
  }
}

/** @returns what is wrong with the last backup; null: it could be restored, row by row and file by file */
export async function drill(
  { config, database }: Pick<BackupHouse, 'config' | 'database'>,
  key: string,
): Promise<string | null> {
  const began = performance.now();
  const shelf = shelfOf(config);
  const name = newestOf(await shelf.list().catch(() => []), new Date());
  const found = await tried(shelf, name, key).catch((error: unknown) => ({
    ...{ rowCount: 0, fileCount: 0, fault: faultOf(error) },
  }));
  const seconds = (performance.now() - began) / 1_000;
  await database.systemStatement((tx) => noteDrill(tx, { name, seconds, ...found }));
  return found.fault;
}

/** In a PostgreSQL of its own, which is gone afterwards: the site's is neither asked nor filled. */
async function tried(shelf: Shelf, name: string | null, key: string) {
  if (name === null) throw new BackupFault(`Il n’y a aucune sauvegarde dans ${shelf.place}.`);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-exercice-'));
  chmodSync(dataDir, 0o755);
  const scratch = await startEmbedded({ dataDir, fast: true });
  try {
    await prepareRoles(scratch.url);
    const target = { url: scratch.url, files: counted(), key, replace: false };
    const { end } = await restore(() => shelf.open(name), target);
    const rowCount = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
    return { rowCount, fileCount: end.files, fault: null };
  } finally {
    await scratch.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Files are read and compared with their digests, and kept nowhere. */
function counted(): Files {
  return {
    async *list() {},
    read: async () => null,
    write: async () => {},
    remove: async () => {},
  };
}

/** What went wrong, for the operator: never a row's values. */
function faultOf(error: unknown): string {
  if (error instanceof BackupFault) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'Le disque est plein.';
  return (message || String(error)).split('\n')[0]?.slice(0, 500) || 'Sans explication.';
}
