/** What letters for signing in have in common (reliability 9). */
export type TokenPurpose = 'confirmation' | 'sign_in' | 'reset';

/** In minutes: how long the link, and the code where there is one, are good. */
export const GOOD_FOR: Readonly<Record<TokenPurpose, number>> = {
  confirmation: 3 * 24 * 60,
  sign_in: 15,
  reset: 60,
};

/** C-23, in days: an account that nobody confirms goes. */
export const UNCONFIRMED_DAYS = 7;

/** In seconds, W06: a letter that was just asked for is given this long to arrive. */
export const RESEND_PAUSE = 60;

/**
 * Whose mailbox this is, as far as limits go: what stands behind a plus is a label that most providers drop, so a
 * hundred labels are one mailbox.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at).split('+')[0] || email.slice(0, at);
  return `${local}${email.slice(at)}`.toLowerCase();
}

/** Six digits, however they were copied from the letter: « 042 917 », « 042-917 ». Null: this is no code. */
export function parseCode(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null;
  const digits = value.replace(/[\s.\-–—_]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
