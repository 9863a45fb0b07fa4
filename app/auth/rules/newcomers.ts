/**
 * K04: what an account of its first days, which spam and swindles come from, may do less of than others. Its links cannot be
 * followed in its presentation (D05), and it posts half as much in a minute (`chat/rules/pace.ts`).
 */
import type { Limit } from '~/limits';

/** Days for which an account is new; `keep_mentions` counts the same. */
export const NEWCOMER_DAYS = 7;
/** Invitations by letter. The count is the one of everybody: it goes on when the account is new no more. */
export const NEWCOMER_INVITATIONS: Limit = { name: 'invitations', points: 10, seconds: 24 * 3600 };
/** Members named in messages of one day, each of whom is told; `keep_mentions` counts the same. */
export const NEWCOMER_MENTIONS = 10;
