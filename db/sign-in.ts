/**
 * How the application signs in to PostgreSQL: as the request roles themselves, not as the owner who takes them on. A
 * statement that somebody manages to slip in can then leave its role for no other (docs/decisions/039).
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes, scryptSync } from 'node:crypto';
import { addressOf, withParameters } from './address';

/** Members' requests run as the first, system work as the second (architecture 2). */
export const ROLES = ['aurora_app', 'aurora_system'] as const;
export type Role = (typeof ROLES)[number];

/** Addresses under which `prepareRoles` found that the roles cannot sign in. */
const asOwner = new Set<string>();

export function signInAsOwner(url: string, isSo: boolean): void {
  if (isSo) asOwner.add(url);
  else asOwner.delete(url);
}

/** The address under which this role is reached: by its own password, else as the owner, who takes the role on at once. */
export function addressAs(url: string, role: Role): string {
  const { password, options } = addressOf(url);
  if (password === '' || asOwner.has(url)) {
    return withParameters(url, { options: [options, `-c role=${role}`].filter(Boolean).join(' ') });
  }
  return withParameters(url, { user: role, password: passwordOf(role, password) });
}

/**
 * Made from the owner's password, so that every process and every machine with the same DATABASE_URL has the same one
 * and nothing has to be kept. Slow to make (50 ms), because the owner's password may be a guessable one.
 */
export function passwordOf(role: Role, ownerPassword: string): string {
  const known = made.get(`${role} ${ownerPassword}`);
  if (known) return known;
  const password = scryptSync(ownerPassword, `aurora50 ${role}`, 32).toString('base64url');
  made.set(`${role} ${ownerPassword}`, password);
  return password;
}
const made = new Map<string, string>();

const ROUNDS = 4_096; // PostgreSQL's own number

/** What PostgreSQL keeps of a password (RFC 5803), made here: the password itself reaches no statement and no log. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
