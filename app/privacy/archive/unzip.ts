/**
 * Reads single entries of a ZIP that somebody brings: what `zip.ts` has written, or what another program has packed anew.
 * Node unpacks and sums up; what is read here is the list at the end of the file. No name becomes a path.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, inflateRawSync } from 'node:zlib';

/** In words for the operator. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault';
}

export type Unpacked = {
  /** Null: there is no such entry. @param most bytes that it may have @throws ArchiveFault */
  readonly read: (name: string, most: number) => Promise<Buffer | null>;
  readonly close: () => Promise<void>;
};

type Entry = { readonly method: number; readonly crc: number; readonly packed: number; readonly at: number };

/** @throws ArchiveFault: it is no ZIP, or one of a kind that no copy is */
export async function openArchive(file: string): Promise<Unpacked> {
  const handle = await open(file, 'r');
  try {
    const entries = await entriesOf(handle);
    return {
      async read(name, most) {
        const entry = entries.get(name);
        return entry ? await contentOf(handle, entry, most) : null;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end's own bytes, with the longest remark that may follow. */
const TAIL = 22 + 65_535;
/** Bytes of the list: a copy has some hundreds of entries. */
const LIST_MAX = 16 * 1024 * 1024;

const broken = () => new ArchiveFault('Ce fichier n’est pas un ZIP complet. Téléchargez la copie de nouveau.');

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead !== length) throw broken();
  return buffer;
}

async function entriesOf(handle: FileHandle): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - TAIL), Math.min(size, TAIL));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw broken();
  const [count, length, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count === 0xffff || length > LIST_MAX) throw new ArchiveFault('Ce ZIP est trop grand pour une copie.');
  return listed(await bytesAt(handle, at, length), count);
}

function listed(list: Buffer, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== LISTED) throw broken();
    const name = list.readUInt16LE(at + 28);
    entries.set(list.toString('utf8', at + 46, at + 46 + name), {
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      packed: list.readUInt32LE(at + 20),
      at: list.readUInt32LE(at + 42),
    });
    at += 46 + name + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return entries;
}

async function contentOf(handle: FileHandle, { method, crc, packed, at }: Entry, most: number): Promise<Buffer> {
  const head = await bytesAt(handle, at, 30);
  if (head.readUInt32LE(0) !== LOCAL || packed > most) throw broken();
  const begin = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const bytes = await bytesAt(handle, begin, packed);
  const content = method === 8 ? unpacked(bytes, most) : bytes;
  if ((method !== 0 && method !== 8) || crc32(content) !== crc) throw broken();
  return content;
}

/** A small file that would unpack to a huge one stops at `most`. */
function unpacked(bytes: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    throw broken();
  }
}
