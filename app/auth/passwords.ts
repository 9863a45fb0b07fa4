/** Argon2id (reliability 10), and bcrypt for accounts of the former backend (X16): the only importer of the hashing libraries. */
import { availableParallelism } from 'node:os';
import { type Algorithm, hash, verify as verifyArgon } from '@node-rs/argon2';
import { createTurns, inTurn } from '~/turns';

/** OWASP's second choice of parameters: 19 MiB, two passes. The enum is a const enum, hence the number: Argon2id is 2. */
const ARGON2ID = 2 as Algorithm;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * One core is left to pages and streams (measured: 8.5 ms each, on a thread of its own). Whoever waits is answered within
 * some seconds: of 200 who sign in at once, none is sent away (131 were, when 40 could wait).
 */
const hashing = createTurns({
  name: 'sign-in queue',
  atOnce: Math.max(1, Math.min(2, availableParallelism() - 1)),
  queue: 400,
  patience: 10_000,
});

/**
 * One device types « é » as one sign, another as two: the same password is one form before it is hashed (NFKC, as
 * RFC 8265 asks for).
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(hashing, () => hash(password.normalize('NFKC'), OPTIONS));
}

/** A password of the former backend: replaced by one of ours at the first sign-in. */
export const isFormerHash = (stored: string | null): boolean => stored?.startsWith('$2') ?? false;

async function verify(stored: string, password: string): Promise<boolean> {
  if (!isFormerHash(stored)) return verifyArgon(stored, password);
  const { compare } = await import('bcryptjs');
  return compare(password, stored);
}

/** Hashed once, so that an unknown address costs the same work as a known one. */
let nobody: Promise<string> | null = null;

/** @param stored the account's hash, or null when there is no such account or it has no password */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hash('nobody has this password', OPTIONS);
  const against = stored ?? (await nobody);
  const form = password.normalize('NFKC');
  const matches = await inTurn(hashing, () => verify(against, form));
  if (matches || form === password) return stored !== null && matches;
  // A hash from before passwords were normalised.
  return (await inTurn(hashing, () => verify(against, password))) && stored !== null;
}
