/** Argon2id (reliability 10): the only importer of the hashing library. */
import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { AppError } from '~/errors';

/** OWASP's second choice of parameters: 19 MiB, two passes. The enum is a const enum, hence the number: Argon2id is 2. */
const ARGON2ID = 2 as Algorithm;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at once keep both cores busy; a longer queue would only make everybody wait (measured: 8.5 ms each). */
const AT_ONCE = 2;
const QUEUE = 40;

let running = 0;
const queue: (() => void)[] = [];

/** @throws AppError unavailable when too many people sign in at the same moment */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= QUEUE) throw new AppError('unavailable', 'sign-in queue', 5);
    await new Promise<void>((resolve) => queue.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * One device types « é » as one sign, another as two: the same password is one form before it is hashed (NFKC, as
 * RFC 8265 asks for).
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), OPTIONS));
}

/** Hashed once, so that an unknown address costs the same work as a known one. */
let nobody: Promise<string> | null = null;

/** @param stored the account's hash, or null when there is no such account or it has no password */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hash('nobody has this password', OPTIONS);
  const against = stored ?? (await nobody);
  const form = password.normalize('NFKC');
  const matches = await inTurn(() => verify(against, form));
  if (matches || form === password) return stored !== null && matches;
  // A hash from before passwords were normalised.
  return (await inTurn(() => verify(against, password))) && stored !== null;
}
