/** One picture to take: who looks, and how she comes to what is photographed. */
import type { Page } from 'playwright';
import type { Furnished } from './furnished';

/** `lucie` has come today and follows nothing; the letter to `ursule` is not opened yet. */
export const PEOPLE = ['stranger', 'monique', 'gerard', 'fatima', 'lucie', 'ursule', 'admin'] as const;
export type Who = (typeof PEOPLE)[number];
export type Shot = {
  readonly who: Who;
  readonly open: (page: Page, site: Furnished) => Promise<unknown>;
  /** Pixels that a keyboard on the screen leaves, for a page that stays as high as its screen. */
  readonly height?: number;
  /** In a browser that runs none. */
  readonly withoutScripts?: true;
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
  await page.locator('#fautes').waitFor();
}

/** Past the fields' own checks, as another program could send it. */
export async function sent(page: Page, from: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(from, { waitUntil: 'domcontentloaded' });
  await page.evaluate((values) => {
    const names = Object.keys(values);
    const form = [...document.forms].find((each) => names.every((name) => each.elements.namedItem(name)));
    for (const name of names) {
      const field = form?.elements.namedItem(name);
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
      field.removeAttribute('maxlength');
      field.value = values[name] ?? '';
    }
    form?.submit();
  }, fields);
  await page.locator('#fautes').waitFor();
}
