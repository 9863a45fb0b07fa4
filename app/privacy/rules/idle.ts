/** Accounts that nobody opens any more (G35, CNIL): two letters, then they are erased. Pure and synchronous. */
import { daysAfter } from './erasure';

/** Days between the first letter and the erasure. */
export const FIRST_LETTER_DAYS = 30;
/** Days between the second letter and the erasure. */
export const LAST_LETTER_DAYS = 7;

export type IdleTimes = {
  /** Nobody has been there since: the first letter is due. */
  readonly firstBefore: Date;
  /** The first letter is older than that: the second is due. */
  readonly lastBefore: Date;
  /** Both letters are older than these: the account is erased. */
  readonly toldFirstBefore: Date;
  readonly toldLastBefore: Date;
};

/** @param months after which an account is erased */
export function idleTimes(now: Date, months: number): IdleTimes {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return {
    firstBefore: daysAfter(since, FIRST_LETTER_DAYS),
    lastBefore: daysAfter(now, LAST_LETTER_DAYS - FIRST_LETTER_DAYS),
    toldFirstBefore: daysAfter(now, -FIRST_LETTER_DAYS),
    toldLastBefore: daysAfter(now, -LAST_LETTER_DAYS),
  };
}
