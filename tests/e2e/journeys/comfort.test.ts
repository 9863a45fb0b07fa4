/** Text size and colours, on this device and on the account; and nothing that has to be pushed sideways (U03, C-12). */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { SIZES, type Size, THEMES } from '~/ui/comfort';
import { dressed } from '../../support/dressed';
import { eventually, journey, ledTo, open, openRoom, pressButton, said, WAYS, type Way } from '../../support/journey';
import { furnish, type KnownSite, showKnown, type Who } from '../../support/known-pages';

const on = journey();
/** Pixels where the device says 16. */
const PIXELS: Readonly<Record<Size, number>> = { 1: 18, 2: 20, 3: 23, 4: 27 };
const sizes = Object.entries(SIZES).map(([size, name]) => ({ pixels: PIXELS[Number(size) as Size], name }));

async function choose(page: Page, name: string): Promise<void> {
  await page.getByText('Affichage', { exact: true }).click();
  // What is chosen already has a tick before its name.
  const button = page.getByRole('banner').getByRole('button', { name: new RegExp(`^(✓ )?${name}$`) });
  await button.click();
  // Back on the same page with the menu shut, which says what was chosen.
  await eventually(() => button.isVisible()).toBe(false);
  await page.locator('.tete [aria-pressed=true]', { hasText: new RegExp(`^${name}$`) }).waitFor({ state: 'attached' });
  await dressed(page);
}

const textSize = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

describe.each(WAYS)('comfort $name', (way) => {
  test('signed out: four sizes and three themes, kept by this device', async () => {
    const page = await on.visit(way);
    await open(page, '/connexion?retour=%2Fsalons');
    for (const { name, pixels } of sizes) {
      await choose(page, name);
      expect([name, await textSize(page)]).toEqual([name, pixels]);
    }
    const papers: string[] = [];
    for (const name of Object.values(THEMES)) {
      await choose(page, name);
      papers.push(await paper(page));
    }
    expect(new Set(papers).size).toBe(3);
    expect(new URL(page.url()).search).toBe('?retour=%2Fsalons');
    await open(page, '/');
    expect([await textSize(page), await theme(page)]).toEqual([27, 'contraste']);
    await open(page, '/nulle-part');
    expect([await textSize(page), await theme(page)]).toEqual([27, 'contraste']);
    const other = await on.visit(way);
    await open(other, '/');
    expect([await textSize(other), await theme(other)]).toEqual([18, null]);
  });

  test('signed in: kept by the account, and there on another device', async () => {
    const monique = await on.member('Monique');
    const { id: salon } = await on.site.cast.salon(monique);
    const [tablet, computer] = [await on.arrive(way, monique), await on.arrive(way, monique)];
    await open(tablet, '/salons');
    await choose(tablet, 'Très grande');
    await choose(tablet, 'Sombre');
    await openRoom(computer, way, salon);
    expect([await textSize(computer), await theme(computer)]).toEqual([27, 'sombre']);
    await choose(computer, 'Clair');
    await open(tablet, '/');
    await eventually(() => theme(tablet)).toBe('clair');
    expect(await textSize(tablet)).toBe(27);
  });

  test('what was chosen before signing in stays, in the conversation too', async () => {
    const monique = await on.member('Monique');
    const { id: salon } = await on.site.cast.salon(monique);
    const page = await on.visit(way);
    await open(page, '/');
    await choose(page, 'Grande');
    await choose(page, 'Contrasté');
    await page.context().addCookies([await sessionOf(monique)]);
    await openRoom(page, way, salon);
    expect([await textSize(page), await theme(page)]).toEqual([20, 'contraste']);
    if (way.scripts) return;
    const frame = page.frameLocator('iframe').locator('html');
    await eventually(() => frame.getAttribute('data-theme')).toBe('contraste');
    expect(await frame.getAttribute('data-taille')).toBe('2');
  });

  test('without a choice the page follows the device', async () => {
    const [light, dark] = [await on.visit(way, { colorScheme: 'light' }), await on.visit(way, { colorScheme: 'dark' })];
    for (const page of [light, dark]) await open(page, '/connexion');
    expect(await paper(light)).not.toBe(await paper(dark));
  });
});

async function sessionOf(member: { id: string; name: string; email: string }) {
  const [name = '', value = ''] = (await on.site.cast.session(member)).split('=');
  return { name, value, url: on.site.origin };
}

let site: Promise<KnownSite> | undefined;
/** Once for all screens: its links are known by their words, and no two may be the same. */
function furnished(): Promise<KnownSite> {
  site ??= furnish(on.site);
  return site;
}

/** A phone of 320 px, the same with the largest letters, and a screen of 1280 × 1024 at 400 %. */
const NARROW = [
  { screen: '320 px', viewport: { width: 320, height: 640 }, size: 1 },
  { screen: '320 px with very large letters', viewport: { width: 320, height: 640 }, size: 4 },
  { screen: '400 %', viewport: { width: 320, height: 256 }, size: 1 },
] as const;

describe.each(NARROW)('at $screen', ({ viewport, size }) => {
  test.each(WAYS)('no page has to be pushed sideways, $name', async (way: Way) => {
    const known = await furnished();
    await on.site.cast.sql`update profiles set text_size = ${size}`;
    const tooWide: Record<string, unknown> = {};
    for (const who of ['stranger', 'owner', 'member', 'newcomer', 'admin'] as Who[]) {
      const tab = await (who === 'stranger'
        ? on.visit(way, { viewport })
        : on.arrive(way, known.people[who], { viewport }));
      await tab.context().addCookies([{ name: 'aurora_confort', value: `${size}.`, url: on.site.origin }]);
      for (const page of known.pages.filter((each) => each.who === who)) {
        await showKnown(tab, page);
        const beyond = [...(await tab.evaluate(whatSticksOut)), ...(await tab.evaluate(whatSticksOutUnfolded))];
        if (beyond.length > 0) tooWide[page.name] = beyond;
      }
    }
    expect(tooWide).toEqual({});
  });

  test('the live frame fits too', async () => {
    const known = await furnished();
    const { owner } = known.people;
    await on.site.cast.sql`update profiles set text_size = ${size} where id = ${owner.id}`;
    const [, without] = WAYS;
    const page = await on.arrive(without, owner, { viewport });
    await openRoom(page, without, known.salon);
    await said(page, without, 'Bonne nuit à tous').waitFor();
    const live = page.mainFrame().childFrames()[0];
    expect(await live?.evaluate(whatSticksOut)).toEqual([]);
  });

  test('one can write, and read what one wrote', async () => {
    for (const way of WAYS) {
      const monique = await on.member('Monique');
      const { id: salon } = await on.site.cast.salon(monique);
      const page = await on.arrive(way, monique, { viewport });
      await openRoom(page, way, salon);
      await page.locator('#texte').fill('Écrit sur un petit écran');
      await pressButton(page, 'Envoyer');
      const message = said(page, way, 'Écrit sur un petit écran');
      await message.waitFor();
      await message.scrollIntoViewIfNeeded();
      await ledTo(page, `/salons/${salon}`);
      const box = await message.locator('.texte').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
    }
  });
});

/** Nothing, or how wide the page is and what makes it so. */
function whatSticksOut(): string[] {
  const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const guilty = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  return [
    `${scrollWidth} > ${clientWidth}`,
    ...guilty.slice(-3).map((element) => `${element.tagName}.${element.className}`),
  ];
}

function whatSticksOutUnfolded(): string[] {
  for (const menu of document.querySelectorAll('details')) menu.open = true;
  const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
  return scrollWidth <= clientWidth ? [] : [`unfolded: ${scrollWidth} > ${clientWidth}`];
}
