/** Secrets for signing in: made here, stored as a hash. */
import { createHash, hash, randomBytes, randomInt } from 'node:crypto';
import { codeFrom, RECOVERY_CODE, SESSION_TRANSFER_CODE } from './rules/typed-code';

/** SHA-256 in hexadecimal: enough for what is random; passwords have their own slow hash. */
export function hashOf(secret: string): string {
  return hash('sha256', secret);
}

/** For a link: 256 bits in 43 letters and digits that no mail program breaks. */
export function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether this can be such a secret at all. */
export function isLinkSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value);
}

/** Six digits for a letter: guessed at one in 200,000 within the five tries there are. */
export function newSixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** The typed twin of a session-transfer's link: made from it, so that one secret is enough to show both. */
export function sessionTransferCodeOf(secret: string): string {
  return codeFrom(createHash('sha256').update(`code ${secret}`).digest(), SESSION_TRANSFER_CODE);
}

export function newRecoveryCode(): string {
  return codeFrom(randomBytes(RECOVERY_CODE.signs), RECOVERY_CODE);
}
