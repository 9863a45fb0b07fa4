/** What stands on many known pages in the same form, and is looked at once. */
import type { Page } from 'playwright';
import { ORDINARY } from './known-talk';

/** As many of the ordinary messages as there are beginnings and ends of a row of them. */
const KEPT = 3;

/**
 * Takes most of the ordinary messages away: each is the next one but for its number, and all of them together are ten
 * pages' work.
 */
export async function thinOut(tab: Page): Promise<void> {
  await tab.evaluate(takeAway, { ordinary: ORDINARY.source, kept: KEPT });
}

/** Runs in the page. */
function takeAway({ ordinary, kept }: { ordinary: string; kept: number }): void {
  const isOrdinary = (message: Element) => {
    const words = message.querySelector('.texte')?.textContent ?? '';
    return new RegExp(ordinary).test(words) && !message.querySelector('.cite, .reactions');
  };
  for (const message of [...document.querySelectorAll('.message')].filter(isOrdinary).slice(kept)) message.remove();
}

/**
 * The page around its own part, without what no colour hangs on: two pages of one frame are painted alike there. Taken
 * with the page as it came, before anything is unfolded.
 */
export const frameOf = (tab: Page): Promise<string> => tab.evaluate(describeFrame);

/** Runs in the page. */
function describeFrame(): string {
  const page = document.documentElement.cloneNode(true) as Element;
  page.querySelector('head')?.remove();
  // The address at the end is for paper alone.
  for (const own of page.querySelectorAll('main, .adresse')) own.replaceChildren();
  return page.outerHTML.replace(/ (href|value|action|src|id|name|nonce|for|aria-\w+by|aria-controls)="[^"]*"/g, '');
}
