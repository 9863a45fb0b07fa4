/** Every letter as a mail reader paints it: 7:1, large enough, wide enough, and asking the network for nothing of its reader's. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { LETTERS } from '../../emails/write';
import { axeFaults, COLOUR_RULES } from '../support/axe';
import { journey, takeSession, WITH_SCRIPTS, WITHOUT_SCRIPTS } from '../support/journey';
import { LETTER_NAMES, written } from '../support/letters';

const on = journey();
const RULES = {
  'color-contrast-enhanced': { enabled: true },
  'color-contrast': { enabled: false },
  'identical-links-same-purpose': { enabled: true },
  // A letter has no landmarks: its reader is inside a page that has them.
  region: { enabled: false },
  'landmark-one-main': { enabled: false },
};

const violations = (tab: Page) => axeFaults(tab, { rules: RULES });

const WIDTHS = [320, 360, 600];

describe.each(['light', 'dark'] as const)('in a %s mail reader', (colorScheme) => {
  test('every letter is clear, and fits', async () => {
    const tab = await on.visit(WITH_SCRIPTS, { colorScheme, viewport: { width: 360, height: 700 } });
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    const faults: Record<string, unknown> = {};
    for (const name of LETTER_NAMES) {
      await tab.setContent((await written(name)).html);
      // What is said and how it is built is the same in both: the light ones are looked at for that.
      const found = colorScheme === 'light' ? await violations(tab) : await axeFaults(tab, { only: COLOUR_RULES });
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width, height: 700 });
        found.push(...(await tab.evaluate(misfits)).map((fault) => `${fault}, ${width} pixels wide`));
      }
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
    // The cover of a finished course: the same address for every reader, so that it tells nothing of her (G29).
    expect(asked.filter((url) => !/\/couvertures\/\d\.png$/.test(url))).toEqual([]);
  });
});

/** Runs in the page. */
function misfits(): string[] {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push('wider than its window');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!parentElement?.checkVisibility() || !nodeValue?.trim()) continue;
    if (Number.parseFloat(getComputedStyle(parentElement).fontSize) < 16) found.push(`small: ${nodeValue}`);
  }
  for (const action of document.querySelectorAll('[data-action]')) {
    if (action.getBoundingClientRect().height < 48) found.push('a low action');
  }
  // Text on the drawing would be read on whatever ground a mail reader makes of a gradient.
  const drawing = document.querySelector('table[data-skip-in-text]');
  if (drawing?.textContent?.trim() !== '') found.push('words on the drawing');
  return found;
}

test('the code is read from an arm’s length', async () => {
  const tab = await on.visit(WITHOUT_SCRIPTS, { viewport: { width: 360, height: 700 } });
  await tab.setContent((await written('signIn')).html);
  const code = await tab.getByText('706\u00a0158').boundingBox();
  expect(code?.height).toBeGreaterThanOrEqual(40);
});

test('an admin sees each letter as it is painted, and axe finds nothing around it', async () => {
  const admin = await on.site.cast.member('Odile Martin', { role: 'admin' });
  const tab = await on.visit(WITH_SCRIPTS, { viewport: { width: 1280, height: 900 } });
  await takeSession(tab, await on.site.cast.session(admin), on.site.origin);
  await tab.goto(href('letterPreviews'));
  expect(await violations(tab)).toEqual([]);
  await tab.getByRole('link', { name: LETTERS.signIn.title }).click();
  await tab.getByRole('heading', { level: 1, name: LETTERS.signIn.title }).waitFor();
  for (const frame of await tab.locator('iframe').all()) {
    await frame.contentFrame().getByRole('link', { name: 'Me connecter' }).waitFor();
  }
  expect(await tab.locator('pre').textContent()).toContain('706\u00a0158');
  expect(await axeFaults(tab, { rules: RULES, exclude: 'iframe' })).toEqual([]);
});
