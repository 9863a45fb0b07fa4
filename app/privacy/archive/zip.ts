/** The only importer of yazl: entries go to the file one after the other, each as it is made (docs/decisions/047). */
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yazl';

export type Content = string | Buffer | Iterable<string> | AsyncIterable<string>;

export type Archive = {
  /** Written when it answers; nothing of it is held any longer. */
  readonly add: (name: string, content: Content) => Promise<void>;
  /** Whole, and on the disk. @returns its bytes */
  readonly close: () => Promise<number>;
};

/** The same content gives the same bytes: no entry says when it was written. */
const WRITTEN = new Date(1980, 0, 1);

export async function zipArchive(file: string): Promise<Archive> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const out = createWriteStream(file, { mode: 0o600 });
  const writing = pipeline(zip.outputStream, out);
  writing.catch(() => {});
  return {
    async add(name, content) {
      const isWhole = typeof content === 'string' || Buffer.isBuffer(content);
      await entry(zip, Readable.from(isWhole ? [content] : inPieces(content)), name, writing);
    },
    async close() {
      zip.end();
      await writing;
      const handle = await open(file, 'r');
      try {
        await handle.sync();
        return (await handle.stat()).size;
      } finally {
        await handle.close();
      }
    },
  };
}

const PIECE = 65_536; // characters

/** Lines, some hundreds at a time: compressing each by itself would take most of the time. */
async function* inPieces(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** A disk that is full ends the waiting too. */
async function entry(zip: ZipFile, source: Readable, name: string, writing: Promise<void>): Promise<void> {
  zip.addReadStream(source, name, { mtime: WRITTEN, mode: 0o100644 });
  await Promise.race([finished(source), writing.then(() => Promise.reject(new Error('the archive has ended')))]);
}
