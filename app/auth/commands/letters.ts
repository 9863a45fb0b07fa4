/** What all doors share that answer with a letter. */
import type { Limits } from '~/limits';
import { mailboxOf, type TokenPurpose } from '../rules/letter';
import { hashOf, newLinkSecret, newSixDigits } from '../secrets';

/**
 * Counts a letter that somebody wants written to this mailbox, whoever asks and whether it has an account or not.
 * @throws AppError too_many after three in an hour by one door, ten in a day by all, or sixty in an hour from one place
 */
export async function takeLetter(limits: Limits, door: TokenPurpose | 'sign_up', email: string, ip: string) {
  const mailbox = mailboxOf(email);
  await limits.take('letterPlace', ip);
  await limits.take('letterMailbox', `${door} ${mailbox}`);
  await limits.take('letterMailboxDay', mailbox);
}

export type Secrets = {
  /** In the letter's link. */
  readonly link: string;
  readonly linkHash: string;
  /** In the letter, in words for the eye. */
  readonly code: string;
  readonly codeHash: string;
  /** In the cookie of the browser that asked. */
  readonly wait: string;
  readonly waitHash: string;
};

/** Drawn anew for every letter. The code's hash is salted with the link's: equal codes have nothing in common. */
export function newSecrets(): Secrets {
  const [link, wait, code] = [newLinkSecret(), newLinkSecret(), newSixDigits()];
  const linkHash = hashOf(link);
  return { link, linkHash, code, codeHash: hashOf(`${code} ${linkHash}`), wait, waitHash: hashOf(wait) };
}

/** The hash of what a browser or a link brought along; null for what is no secret of ours. */
export function hashed(secret: string | null | undefined): string | null {
  return typeof secret === 'string' && /^[\w-]{43}$/.test(secret) ? hashOf(secret) : null;
}

/**
 * One try with the code of a letter, whatever door it is for; only wrong ones count.
 * @param whose the address, or the link that it is typed beside
 * @returns null when it was wrong
 * @throws AppError too_many after twenty wrong codes for one address in a day, or thirty from one place in a quarter
 * of an hour
 */
export async function tryCode<T>(
  limits: Limits,
  whose: string,
  ip: string,
  work: () => Promise<T | null>,
): Promise<T | null> {
  const key = whose.toLowerCase();
  await limits.check('codeMailbox', key);
  await limits.check('codePlace', ip);
  const opened = await work();
  if (opened === null) {
    await limits.count('codeMailbox', key);
    await limits.count('codePlace', ip);
  }
  return opened;
}
