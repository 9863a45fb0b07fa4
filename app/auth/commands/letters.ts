/** What all ways in share that answer with a letter. */
import { isKnownDevice } from '../queries/devices';
import { isAwaited } from '../queries/waits';
import { mailboxOf, type TokenPurpose } from '../rules/letter';
import { CODE_MAILBOX, CODE_PLACE, LETTER_MAILBOX, LETTER_MAILBOX_DAY, LETTER_PLACE } from '../rules/limits';
import { hashOf, newLinkSecret, newSixDigits } from '../secrets';
import type { Browser, Services } from './services';

/**
 * Counts a letter that somebody wants written to this mailbox, whether it has an account or not. A browser that the
 * owner has signed in with has its own count: strangers cannot use it up.
 * @throws AppError too_many after three of a kind in an hour, ten of all kinds in a day, or sixty in an hour from one place
 */
export async function takeLetter(
  { database, limits }: Pick<Services, 'database' | 'limits'>,
  purpose: TokenPurpose | 'sign_up',
  email: string,
  browser: Browser,
): Promise<void> {
  const device = hashed(browser.device);
  const known = await database.systemStatement((tx) => isKnownDevice(tx, email, device));
  const mailbox = known ? `${mailboxOf(email)} ${device}` : mailboxOf(email);
  await limits.take(
    [LETTER_PLACE, browser.ip],
    [LETTER_MAILBOX, `${purpose} ${mailbox}`],
    [LETTER_MAILBOX_DAY, mailbox],
  );
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
 * One try with the code of a letter, whatever it is for; only wrong ones count, and those of the browser that asked for the
 * letter are counted apart.
 * @param whose the address, or the link that it is typed beside
 * @returns null when it was wrong
 * @throws AppError too_many after twenty wrong codes for one address in a day, or thirty from one place in a quarter
 * of an hour
 */
export async function tryCode<T>(
  { database, limits }: Pick<Services, 'database' | 'limits'>,
  whose: string,
  browser: Browser,
  work: () => Promise<T | null>,
): Promise<T | null> {
  const wait = hashed(browser.wait);
  const key = whose.toLowerCase();
  const here = await database.systemStatement((tx) => isAwaited(tx, wait, whose));
  return limits.judge(
    [
      [CODE_MAILBOX, here ? `${key} ${wait}` : key],
      [CODE_PLACE, browser.ip],
    ],
    work,
  );
}
