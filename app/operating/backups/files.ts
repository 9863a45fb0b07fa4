/** What lies beside the database: pictures, in a folder or a bucket, and the key that signs certificates. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '~/config';
import type { Files as Pictures } from '~/files/commands/draft';
import { FORMATS } from '~/files/rules/picture';
import type { Files } from '../../../db/backup/format';

const KEY = 'attestations/cle';
const DAY = 86_400_000; // ms
const TYPES: Readonly<Record<string, string>> = FORMATS;

/** @param store of the pictures */
export function filesBeside({ dataDir }: Pick<Config, 'dataDir'>, store: Pictures['store']): Files {
  const place = path.join(dataDir, KEY);
  const key = () =>
    readFile(place).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : throwIt(error)));
  return {
    async *list() {
      if (await key()) yield KEY;
      // In the store's own clock, which may be ahead of ours.
      yield* store.writtenBefore(new Date(Date.now() + DAY));
    },
    read: (name) => (name === KEY ? key() : store.read(name)),
    async write(name, bytes) {
      if (name !== KEY) return store.put(name, bytes, TYPES[path.extname(name).slice(1)] ?? 'application/octet-stream');
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await writeFile(place, bytes, { mode: 0o600, flush: true });
    },
    remove: (name) => (name === KEY ? rm(place, { force: true }) : store.remove([name])),
  };
}

function throwIt(error: Error): never {
  throw error;
}
