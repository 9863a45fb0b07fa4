/** What a place for backups can do: a backup is there whole or not at all. */
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Shelf = {
  /** In words for the operator. */
  readonly place: string;
  /** @returns where it lies, and its size in bytes */
  readonly put: (name: string, content: Readable) => Promise<{ readonly path: string; readonly bytes: number }>;
  readonly list: () => Promise<string[]>;
  readonly open: (name: string) => Promise<Readable>;
  readonly remove: (name: string) => Promise<void>;
};

/** Aside, on the disk, and then in its place; nothing stays of half a file. @returns bytes */
export async function written(file: string, content: Readable): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(aside, { mode: 0o600 }));
    const handle = await open(aside, 'r+');
    await handle.sync().finally(() => handle.close());
    const { size } = await stat(aside);
    await rename(aside, file);
    return size;
  } catch (error) {
    content.destroy();
    await rm(aside, { force: true });
    throw error;
  }
}
