/** What the pages of the stand-in are asked and answer. */
import { document } from './html';
import { CARDS, type Card } from './world';

export type AskedPage = { readonly method: string; readonly url: URL; readonly given: URLSearchParams };
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export const whole = (title: string, main: string, status = 200): Answered => ({
  status,
  headers: {},
  body: document(title, main),
});

export const to = (place: string): Answered => ({ status: 303, headers: { Location: place }, body: '' });

/** Null: no test card. */
export function cardIn(number: string): Card | null {
  const digits = number.replace(/\D/g, '');
  const does = CARDS[digits as keyof typeof CARDS];
  return does ? { last4: digits.slice(-4), does } : null;
}
