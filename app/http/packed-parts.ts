/**
 * gzip of a page that is put together from kept parts: each part is compressed once, and not again with every page that has
 * it. What differs from page to page is a few bytes, sent as they are (a « stored » block).
 *
 * The format allows it (RFC 1951, 1952): a part that ends with a full flush ends on a whole byte and refers to nothing
 * before it. Brotli does not, so pages of kept parts are gzip for browsers that take both.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export type Part = {
  readonly bytes: Uint8Array;
  /** The same buffer comes again: its compressed form is kept for as long as it lives. */
  readonly isKept: boolean;
};

/** Compressed once and sent often: smaller than the level for pages that are compressed at every view. */
const LEVEL = 6;
/** No file name, no time, made on any system. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** An empty last block. */
const END = Buffer.from([1, 0, 0, 0xff, 0xff]);

const packed = new WeakMap<Uint8Array, Buffer>();

/** Whole and valid for any reader of gzip. */
export function gzipOf(parts: readonly Part[]): Buffer<ArrayBuffer> {
  let sum = 0;
  let length = 0;
  // Of nothing, zlib may give the checksum of a new beginning.
  const blocks = parts
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ bytes, isKept }) => {
      sum = crc32(bytes, sum);
      length += bytes.length;
      return isKept ? keptBlock(bytes) : storedBlock(bytes);
    });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([HEAD, ...blocks, END, trailer]);
}

function keptBlock(bytes: Uint8Array): Buffer {
  const kept = packed.get(bytes);
  if (kept) return kept;
  const made = deflateRawSync(bytes, { level: LEVEL, finishFlush: constants.Z_FULL_FLUSH });
  packed.set(bytes, made);
  return made;
}

/** At most 65,535 bytes: a nonce, a key. */
function storedBlock(bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(bytes.length ^ 0xffff, 3);
  return Buffer.concat([head, bytes]);
}
