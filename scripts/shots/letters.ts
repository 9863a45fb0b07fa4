/** Every letter as a mail reader paints it: on a telephone and in a window, by day and in the evening. */
import path from 'node:path';
import type { Browser } from 'playwright';
import { LETTER_NAMES, written } from '../../tests/support/letters';

const WIDTHS = [360, 600] as const;
const SCHEMES = ['light', 'dark'] as const;

/** The names of their rows on the contact sheet. */
export const LETTER_ROWS: readonly string[] = LETTER_NAMES.map((name) => `letter-${name}`);

export function letterPictures(row: string): string[] {
  return SCHEMES.flatMap((scheme) => WIDTHS.map((width) => `${row}-${scheme}-${width}.png`));
}

/** Without a server: a letter is all its reader has. */
export async function photographLetters(browser: Browser, folder: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 600 }, javaScriptEnabled: false });
      for (const name of LETTER_NAMES) {
        await page.setContent((await written(name)).html);
        const file = `letter-${name}-${colorScheme}-${width}.png`;
        await page.screenshot({ path: path.join(folder, file), fullPage: true });
      }
      await page.close();
    }
  }
}
