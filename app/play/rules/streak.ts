/** D72: days that follow each other, in Paris. `streak_of` of the database counts them. Pure and synchronous. */
import type { Form } from '~/forms';

/** Missed days of a month that cost nothing; spent by themselves. */
export const JOKERS_A_MONTH = 2;

/** What the form of the pause sends; null: neither. */
export function parseRest(form: Form): 'debut' | 'fin' | null {
  return form.pause === 'debut' || form.pause === 'fin' ? form.pause : null;
}
