/** One picture to take: who looks, and how she comes to what is photographed. */
import type { Page } from 'playwright';
import type { Furnished } from './furnished';

/** `lucie` has come today and follows nothing. */
export const PEOPLE = ['stranger', 'monique', 'gerard', 'fatima', 'lucie', 'admin'] as const;
export type Who = (typeof PEOPLE)[number];
export type Shot = {
  readonly who: Who;
  readonly open: (page: Page, house: Furnished) => Promise<unknown>;
};

export const at =
  (address: string) =>
  (page: Page): Promise<unknown> =>
    page.goto(address);

/** The page's own form, sent back by the server and not by the browser. */
export async function refused(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(() => document.querySelector<HTMLFormElement>('main form')?.setAttribute('novalidate', ''));
  await page.click('main button.principal');
}
