/** Text size and colours, on this device and on the account (U03, C-12). */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { SIZES, type Size, THEMES } from '~/ui/comfort';
import { dressed } from '../../support/dressed';
import { eventually, journey, open, openRoom, WAYS } from '../../support/journey';

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
