/** Making a salon, finding one, coming and going; and the numbers that are shown of it (D31, D36). */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import {
  eventually,
  followLink,
  journey,
  ledTo,
  open,
  openRoom,
  pressButton,
  WAYS,
  WITHOUT_SCRIPTS,
} from '../../support/journey';

const on = journey();

const cards = (page: Page, section: string) => page.locator(`section[aria-labelledby=${section}] h3`).allInnerTexts();
const discovered = (page: Page) => cards(page, 'decouvrir');
const mine = (page: Page) => cards(page, 'mes-salons');

async function search(page: Page, { word = '', category = '', town = '' }): Promise<string[]> {
  await open(page, '/salons');
  await page.getByLabel('Un nom, un sujet', { exact: true }).fill(word);
  if (category || town) await page.getByText('Choisir la catégorie ou la ville').click();
  if (category) await page.getByLabel('Catégorie', { exact: true }).selectOption(category);
  if (town) await page.getByLabel('Ville', { exact: true }).fill(town);
  await pressButton(page, 'Chercher');
  await page.waitForURL(/\?q=/, { waitUntil: 'domcontentloaded' });
  return discovered(page);
}

describe.each(WAYS)('salons $name', (way) => {
  test('are made with a form, and open with their owner in them', async () => {
    const monique = await on.member('Monique');
    const page = await on.arrive(way, monique);
    await open(page, '/salons');
    await page.locator('main').getByRole('link', { name: 'Créer un salon' }).click();
    await page.getByLabel('Nom du salon').fill('Confitures & cie');
    await page.getByLabel('De quoi y parle-t-on ?').fill('Abricots, mirabelles, et ce qu’on en fait.');
    await page.getByLabel('Catégorie').selectOption({ label: 'Cuisine' });
    await page.getByLabel('Ville').fill('Nîmes');
    await page.getByRole('radio', { name: 'Privé' }).check();
    await page.getByRole('radio', { name: 'Abricot' }).check();
    await pressButton(page, 'Créer le salon');
    await page.getByText('Votre salon est créé.').waitFor();
    const head = await page.locator('.piece-tete').innerText();
    for (const words of ['Confitures & cie', 'Cuisine', 'Nîmes', 'Salon privé']) expect(head).toContain(words);
    expect(head).toMatch(/1\smembre\b/);
    const [made] = await on.site.cast.sql`
      select name, color_theme, visibility, member_count from salons where owner_id = ${monique.id}`;
    expect(made).toEqual({
      name: 'Confitures & cie',
      color_theme: '#F08C00',
      visibility: 'prive',
      member_count: 1,
    });
    await page.getByText('Partager', { exact: true }).click();
    expect(await page.locator('.partage .code').innerText()).toMatch(/^[2-9A-HJKMNP-Z]{9}$/);
    await page.locator('.barre').getByRole('link', { name: 'Salons' }).click();
    await ledTo(page, '/salons');
    expect(await mine(page)).toEqual(['Confitures & cie']);
  });

  test('that lack something are refused with everything still in the form', async () => {
    const page = await on.arrive(way, await on.member('Monique'));
    await open(page, '/salons/nouveau');
    await page.getByLabel('Nom du salon').fill('Thé');
    await page.getByLabel('Ville').fill('Dinan');
    await page.getByLabel('Catégorie').selectOption('');
    await page.getByRole('radio', { name: 'Privé' }).check();
    await pressButton(page, 'Créer le salon');
    const summary = page.locator('#fautes');
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Ville').inputValue()).toBe('Dinan');
    expect(await page.getByRole('radio', { name: 'Privé' }).isChecked()).toBe(true);
    await summary.getByRole('link', { name: 'Choisissez une catégorie' }).click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('champ-categorie');
  });

  test('are found by words with or without accents, by category, by town, and by all of them', async () => {
    const mark = way.scripts ? 'avecscript' : 'sansscript';
    const owner = await on.member('Monique');
    const make = async (name: string, category: string, city: string) => {
      const { id } = await on.site.cast.salon(owner, { name });
      await on.site.cast.sql`update salons set category = ${category}, city = ${city}, description = ${mark}
        where id = ${id}`;
    };
    await make('L’été à la plage', 'voyages', 'Sète');
    await make('Thé et pâtisserie', 'cuisine', 'Sète');
    await make('Randonnées', 'marche', 'Nîmes');
    const page = await on.arrive(way, await on.member('Gérard'));
    expect(await search(page, { word: `${mark} ete` })).toEqual(['L’été à la plage']);
    expect(await search(page, { word: `${mark} PÂTISSERIE` })).toEqual(['Thé et pâtisserie']);
    expect(await search(page, { word: mark, category: 'marche' })).toEqual(['Randonnées']);
    expect((await search(page, { word: mark, town: 'sete' })).sort()).toEqual([
      'L’été à la plage',
      'Thé et pâtisserie',
    ]);
    expect(await search(page, { word: mark, town: 'sete', category: 'cuisine' })).toEqual(['Thé et pâtisserie']);
    expect(await page.getByRole('status').innerText()).toMatch(/1\ssalon correspond/);
    expect(await search(page, { word: `${mark} ski` })).toEqual([]);
    expect(await page.getByLabel('Un nom, un sujet', { exact: true }).inputValue()).toBe(`${mark} ski`);
  });

  test('are joined and left, and every number moves with it', async () => {
    const name = `Chorale ${way.name}`;
    const owner = await on.member('Monique');
    const { id: salon } = await on.site.cast.salon(owner, { name });
    const hers = await on.arrive(way, owner);
    await openRoom(hers, way, salon);
    const page = await on.arrive(way, await on.member('Gérard'));
    await open(page, '/salons?q=chorale');
    const card = page.getByRole('article').filter({ hasText: name });
    expect(await card.innerText()).toMatch(/1\smembre\b/);
    await card.getByRole('link', { name }).click();
    await pressButton(page, 'Rejoindre le salon');
    await ledTo(page, href('salon', { salon }));
    await page.getByText('Vous êtes maintenant membre de ce salon.').waitFor();
    expect(await page.locator('#membres').innerText()).toMatch(/2\smembres/);
    // Without scripts the page around the frame says what was true when it was opened.
    if (!way.scripts) await openRoom(hers, way, salon);
    await eventually(() => hers.locator('#membres').innerText()).toMatch(/2\smembres/);

    await open(page, '/salons');
    expect(await mine(page)).toContain(name);
    expect(await discovered(page)).not.toContain(name);
    await page.getByRole('link', { name }).click();
    await followLink(page, 'Membres du salon');
    expect(await page.locator('.membres li').allInnerTexts()).toEqual([
      expect.stringMatching(/Monique.*Tient le salon/s),
      expect.stringMatching(/Gérard.*\(vous\)/s),
    ]);
    await open(page, href('leaveSalon', { salon }));
    await page.getByRole('heading', { name: `Quitter « ${name} » ?` }).waitFor();
    await pressButton(page, 'Quitter le salon');
    await page.getByText('Vous avez quitté le salon.').waitFor();
    expect(await mine(page)).not.toContain(name);
    expect(await discovered(page)).toContain(name);
    if (!way.scripts) await openRoom(hers, way, salon);
    await eventually(() => hers.locator('#membres').innerText()).toMatch(/1\smembre$/);
    expect((await open(page, href('salon', { salon })))?.status()).toBe(404);
  });

  test('count what one has not read, and stop counting once it is read', async () => {
    const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
    const { id: salon } = await on.site.cast.salon(monique, { name: 'Potins' });
    await on.site.cast.join(gerard, salon);
    for (const words of ['un', 'deux', 'trois']) {
      await on.site.cast
        .sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${monique.id}, ${words})`;
    }
    const page = await on.arrive(way, gerard);
    await open(page, '/');
    expect(await page.locator('main').innerText()).toMatch(/3\snouveaux messages vous attendent/);
    await page.getByRole('link', { name: 'Potins' }).click();
    await ledTo(page, href('salon', { salon }));
    await eventually(async () => {
      await open(page, '/');
      return page.locator('main').innerText();
    }).toContain('Vous avez tout lu.');
  });

  test('cannot be left by whoever holds the key', async () => {
    const owner = await on.member('Monique');
    const { id: salon } = await on.site.cast.salon(owner);
    const page = await on.arrive(way, owner);
    await open(page, href('leaveSalon', { salon }));
    await page.getByText('Vous tenez ce salon').waitFor();
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
  });
});

/** Found 1, 19: eleven screens before the salons were rows, and what few use was folded. */
test('on a telephone six of mine and a page of others are four screens at most, and the first shows mine', async () => {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  for (let n = 0; n < 14; n += 1) {
    const { id } = await on.site.cast.salon(gerard, { name: `Potager et balcon ${n}` });
    await on.site.cast.sql`
      update salons set city = 'Nantes', description = ${'Semis, boutures et récoltes. '.repeat(8)} where id = ${id}`;
    if (n < 6) await on.site.cast.join(monique, id);
  }
  const page = await on.arrive(WITHOUT_SCRIPTS, monique, { viewport: { width: 390, height: 844 } });
  await open(page, '/salons');
  expect(await page.locator('.salon').count()).toBe(14);
  expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight)).toBeLessThan(4);
  const first = await page.locator('.salon').nth(3).boundingBox();
  expect((first?.y ?? 844) + (first?.height ?? 0)).toBeLessThan(844);
});
