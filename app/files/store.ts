/**
 * Where the files of pictures lie: a folder of this machine, or a bucket (contract 4). One interface, and the same tests
 * over both. A file is written once under a random name, and read or removed whole: each weighs some kilobytes.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '~/errors';
import { FOLDERS } from './rules/picture';

export type Store = {
  /** Kept when it answers, whole or not at all. @throws AppError unavailable */
  readonly put: (key: string, bytes: Buffer, type: string) => Promise<void>;
  /** Null: there is none. @throws AppError unavailable */
  readonly read: (key: string) => Promise<Buffer | null>;
  /** What is not there is removed already. */
  readonly remove: (keys: readonly string[]) => Promise<void>;
  /** Written before this moment; for the sweep. */
  readonly writtenBefore: (time: Date) => AsyncIterable<string>;
};

const RETRY = 30; // s

export function away(cause: unknown): AppError {
  return new AppError('unavailable', 'store', RETRY, { cause });
}

export function diskStore(folder: string): Store {
  const placeOf = (key: string) => path.join(folder, key);
  return {
    put: (key, bytes) => written(placeOf(key), bytes).catch((error) => Promise.reject(away(error))),
    async read(key) {
      try {
        return await readFile(placeOf(key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw away(error);
      }
    },
    async remove(keys) {
      for (const key of keys) await rm(placeOf(key), { force: true });
    },
    async *writtenBefore(time) {
      for (const each of FOLDERS) {
        for (const name of await readdir(path.join(folder, each)).catch(() => [])) {
          const file = await stat(path.join(folder, each, name)).catch(() => null);
          if (file?.isFile() && file.mtime < time) yield `${each}/${name}`;
        }
      }
    },
  };
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Reliability 16: aside, on the disk, and then in its place: whoever reads finds the whole or nothing. */
async function written(place: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const aside = `${place}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(aside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, place);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
