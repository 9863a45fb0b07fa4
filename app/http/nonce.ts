/** The one-time word of each answer's policy, from random bytes that are drawn many at a time: a draw costs more than they do. */
import { randomBytes } from 'node:crypto';

const BYTES = 16;
const DRAWN = 256;

let drawn = randomBytes(0);
let used = 0;

/** 128 bits that no other answer has had. */
export function freshNonce(): string {
  if (used === drawn.length) {
    drawn = randomBytes(BYTES * DRAWN);
    used = 0;
  }
  const from = used;
  used += BYTES;
  return drawn.toString('base64', from, used);
}
