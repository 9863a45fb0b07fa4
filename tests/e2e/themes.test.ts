/**
 * The colours of the other themes as the browser paints them (U03). Every pair of the sheets is computed in
 * `contrast.test.ts`; these pages show that what is computed is what stands on the screen.
 */
import type { BrowserContextOptions, Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { THEMES, type Theme } from '~/ui/comfort';
import { href } from '~/urls';
import { axeFaults, COLOUR_RULES, unfoldAll } from '../support/axe';
import { journey, takeSession, WITH_SCRIPTS } from '../support/journey';
import { thinOut } from '../support/known-frames';
import { furnish, type KnownSite, showKnown, type Who } from '../support/known-pages';
import { tokensOf } from '../support/stylesheet';
import { putOn } from '../support/workbench';

const on = journey();
/** One page of each make: what is on the others is made of the same parts. */
const SHOWN = [
  'components',
  'refused sign-up',
  'home of a member',
  'room',
  'lesson with its film',
  'certificate, of its owner',
  'salons',
];
let known: KnownSite;

beforeAll(async () => {
  known = await furnish(on.site);
});

async function tabIn(theme: Theme, who: Who = 'stranger', options: BrowserContextOptions = {}): Promise<Page> {
  const tab = await on.visit(WITH_SCRIPTS, { viewport: { width: 1280, height: 900 }, ...options });
  const value = `1.${theme}`;
  await tab.context().addCookies([{ name: 'aurora_confort', value, url: on.site.origin }]);
  if (who === 'stranger') return tab;
  const person = known.people[who];
  await on.site.cast.sql`update profiles set theme = ${theme} where id = ${person.id}`;
  await takeSession(tab, await on.site.cast.session(person), on.site.origin);
  return tab;
}

const colours = (tab: Page) => axeFaults(tab, { only: COLOUR_RULES });

// The light ones: `accessibility.test.ts`, on every page.
describe.each(['sombre', 'contraste'] as const)('in the theme « %s »', (theme) => {
  test('a page of each make reads at 7:1', async () => {
    const found: Record<string, string[]> = {};
    const pages = known.pages.filter(({ name }) => SHOWN.includes(name));
    expect(pages).toHaveLength(SHOWN.length);
    for (const who of new Set(pages.map((page) => page.who))) {
      const [tab, bench] = [await tabIn(theme, who), await tabIn(theme, who, { bypassCSP: true })];
      await bench.goto(href('legal'));
      for (const page of pages.filter((each) => each.who === who)) {
        await showKnown(tab, page);
        await thinOut(tab);
        await putOn(bench, tab);
        expect(await bench.locator('html').getAttribute('data-theme'), page.name).toBe(theme);
        await unfoldAll(bench);
        const faults = await colours(bench);
        if (faults.length > 0) found[page.name] = faults;
      }
    }
    expect(found).toEqual({});
  });

  test('the live frame reads at 7:1', async () => {
    const tab = await tabIn(theme, 'owner');
    await tab.goto(`/salons/${known.salon}/direct`, { waitUntil: 'commit' });
    await tab.getByText('Bonne nuit à tous').waitFor();
    expect(await tab.locator('html').getAttribute('data-theme')).toBe(theme);
    await unfoldAll(tab);
    expect(await colours(tab)).toEqual([]);
  });
});

describe.each(Object.keys(THEMES) as Theme[])('in the theme « %s »', (theme) => {
  test('the page is painted in the colours of the sheet', async () => {
    const tab = await tabIn(theme);
    await tab.goto(href('signIn'));
    const painted = await tab.evaluate(
      (names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)),
      [...tokensOf(theme).keys()],
    );
    expect(painted.map(wide)).toEqual([...tokensOf(theme).values()]);
    const { ground, ink } = await tab.evaluate(() => {
      const { backgroundColor: ground, color: ink } = getComputedStyle(document.body);
      return { ground, ink };
    });
    expect([ground, ink]).toEqual([rgb(tokensOf(theme).get('--papier')), rgb(tokensOf(theme).get('--encre'))]);
  });

  test('what is chosen reads under the pointer too', async () => {
    const tab = await tabIn(theme);
    await tab.goto(href('signIn'));
    await tab.getByText('Affichage', { exact: true }).click();
    const chosen = tab.getByRole('banner').getByRole('button', { name: new RegExp(THEMES[theme]) });
    await chosen.hover();
    expect(await chosen.evaluate((button) => button.matches(':hover'))).toBe(true);
    expect(await colours(tab)).toEqual([]);
  });
});

/** As the sheet writes it, whatever the build has made shorter. */
const wide = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex);

function rgb(hex = ''): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgb(${value >> 16}, ${(value >> 8) & 255}, ${value & 255})`;
}
