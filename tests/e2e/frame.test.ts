/** The frame of every page: one left edge, words that grow with the chosen size and do not touch, help in sight. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { journey, open, WITHOUT_SCRIPTS } from '../support/journey';

const on = journey();
const TELEPHONE = { viewport: { width: 320, height: 640 } };
const WIDE = { viewport: { width: 1280, height: 800 } };
/** Pixels that tell one word from the next. */
const APART = 8;

async function atSize(page: Page, size: 1 | 2 | 4): Promise<void> {
  await page.evaluate((taille) => {
    document.documentElement.dataset.taille = String(taille);
    // What is only heard takes no place.
    for (const heard of document.querySelectorAll('.hors-vue')) heard.remove();
  }, size);
}

/** Where the words stand (not their buttons), in their order, and how tall they are written. */
function wordsIn(page: Page, selector: string): Promise<{ left: number; right: number; size: number; text: string }[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements
      .filter((element) => (element as HTMLElement).offsetParent !== null)
      .map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right } = range.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        return { left, right, size, text: element.textContent ?? '' };
      }),
  );
}

describe('on a telephone 320 px wide', () => {
  test.each([
    ['.barre a span', 1.24],
    ['.tete .enseigne, .tete summary', 1.3],
  ])('the words of %s grow, never touch, and stay on the screen', async (of, growth) => {
    const page = await on.arrive(WITHOUT_SCRIPTS, await on.member('Anne Martin'), TELEPHONE);
    await open(page, '/');
    await atSize(page, 1);
    const small = await wordsIn(page, of);
    await atSize(page, 4);
    const large = await wordsIn(page, of);
    expect(large.length).toBeGreaterThan(1);
    for (const words of [small, large]) {
      for (const [at, { left, text }] of words.slice(1).entries()) {
        expect(left - (words[at]?.right ?? 0), text).toBeGreaterThanOrEqual(APART);
      }
    }
    expect(large.at(-1)?.right).toBeLessThanOrEqual(TELEPHONE.viewport.width);
    const grown = (at: number) => (large.at(at)?.size ?? 0) / (small.at(at)?.size ?? 1);
    expect(Math.min(grown(0), grown(-1))).toBeGreaterThan(growth);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test.each([1, 4] as const)('the example of a password is not broken in letters of size %i', async (size) => {
    const page = await on.visit(WITHOUT_SCRIPTS, TELEPHONE);
    await open(page, href('signUp'));
    await atSize(page, size);
    const lines = await page.locator('.d-un-tenant').evaluate((example) => {
      const words = document.createRange();
      words.selectNodeContents(example);
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    expect(lines).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('the account’s button is a word, and help is behind it', async () => {
    const page = await on.arrive(WITHOUT_SCRIPTS, await on.member('Anne Martin'), TELEPHONE);
    await open(page, '/');
    const button = page.locator('.outils summary').last();
    expect((await button.innerText()).trim()).toMatch(/^Menu/);
    await button.click();
    await page.locator('.outils').getByRole('link', { name: 'Aide' }).waitFor();
  });
});

/** Found 1, 4 and 8: what stands over a conversation takes no second line. */
test('over a conversation the head is one line, on every screen and in the largest letters', async () => {
  const anne = await on.member('Anne Martin');
  const { id: salon } = await on.site.cast.salon(anne, { name: 'Jardin au balcon' });
  await on.site.cast.sql`insert into notices (user_id, kind, key, said) values (${anne.id}, 'badge', 'un', 'Un avis')`;
  const page = await on.arrive(WITHOUT_SCRIPTS, anne, TELEPHONE);
  await open(page, href('salon', { salon }));
  const broken: string[] = [];
  for (const size of [1, 2, 4] as const) {
    await atSize(page, size);
    for (const width of [320, 360, 390, 480, 640, 700, 834, 1000, 1100, 1280, 1440]) {
      await page.setViewportSize({ width, height: 760 });
      if (!(await page.evaluate(isOneLine))) broken.push(`size ${size}, ${width} px`);
    }
  }
  expect(broken).toEqual([]);
});

/** Every part begins above the end of the one before; what is fixed at the thumb is no part of the line. */
function isOneLine(): boolean {
  const boxes = [...document.querySelectorAll('.tete > *')]
    .filter((part) => getComputedStyle(part).position !== 'fixed')
    .map((part) => part.getBoundingClientRect())
    .filter(({ height }) => height > 0);
  return boxes.slice(1).every(({ top }, at) => top < (boxes[at]?.bottom ?? 0) - 2);
}

test('every page begins at the same left edge', async () => {
  const page = await on.arrive(WITHOUT_SCRIPTS, await on.member('Anne Martin'), WIDE);
  const lefts: Record<string, number> = {};
  for (const place of ['home', 'salons', 'courses', 'myCourses', 'settings', 'password', 'newSalon', 'help'] as const) {
    await open(page, href(place));
    lefts[place] = Math.round((await page.locator('h1').boundingBox())?.x ?? 0);
  }
  await open(page, '/rien-ici');
  lefts.error = Math.round((await page.locator('h1').boundingBox())?.x ?? 0);
  const edge = Math.round((await page.locator('.enseigne').boundingBox())?.x ?? 0);
  expect(Object.entries(lefts).filter(([, left]) => left !== edge)).toEqual([]);
});
