/** Where an entry stands in the Bloom filter of common passwords: the same for the script that writes it. */
import { createHash } from 'node:crypto';

/** 200 KiB: 16 bits an entry, so that one good password in 2,000 is taken for a common one. */
export const BITS = 200 * 1024 * 8;
const PLACES = 11;

/** Two halves of one hash stand for eleven hashes (Kirsch and Mitzenmacher, 2006). */
export function places(entry: string): number[] {
  const hash = createHash('sha256').update(entry).digest();
  const [first, second] = [hash.readUInt32LE(0), (hash.readUInt32LE(4) | 1) >>> 0];
  return Array.from({ length: PLACES }, (_, n) => (first + n * second) % BITS);
}
