/** An evening without a mouse: Tab, Enter, Space and arrows alone, and one always sees where one is (U03). */
import type { Frame, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import {
  eventually,
  journey,
  ledTo,
  open,
  openRoom,
  PASSWORD,
  said,
  talk,
  thread,
  WAYS,
  wordsSeen,
} from '../../support/journey';

const on = journey();
/** More stops than any page of ours has: whoever has passed so many has missed it. */
const MOST_STOPS = 90;

type Stop = { readonly name: string; readonly tag: string; readonly wake: number; readonly size: number };

/** Where the keyboard stands, in the page or in the live frame. */
async function stopOf(page: Page): Promise<Stop> {
  const here = await page.mainFrame().evaluate(lookAtFocus);
  if (here.tag !== 'IFRAME') return here;
  const [live] = page.mainFrame().childFrames() as [Frame];
  return live.evaluate(lookAtFocus);
}

function lookAtFocus(): Stop {
  const at = document.activeElement as HTMLInputElement | null;
  if (!at || at === document.body) return { name: '', tag: 'BODY', wake: 0, size: 0 };
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { width, height } = at.getBoundingClientRect();
  const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '';
  // What the reader's sheet says of her own messages is the name of their menu too.
  const [, drawn = ''] = /"([^"]*)"$/.exec(getComputedStyle(at, '::before').content) ?? [];
  return {
    name: `${drawn}${label}`.replace(/\s+/g, ' ').trim(),
    tag: at.tagName,
    wake: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
    size: Math.min(width, height),
  };
}

/** Tab until the stop of that name; every stop on the way must be seen. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    // Between two rounds the keyboard belongs to the browser itself.
    if (stop.tag === 'BODY') continue;
    expect(stop.wake, `the focus on « ${stop.name} » (${stop.tag})`).toBeGreaterThanOrEqual(3);
    expect(stop.size, `« ${stop.name} » (${stop.tag})`).toBeGreaterThan(0);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return;
    passed.push(stop.name);
  }
  throw new Error(`« ${name} » is not among the stops: ${passed.join(' | ')}`);
}

async function pressOn(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

const ACTIONS = 'Répondre ou réagir';

describe.each(WAYS)('by keyboard alone $name', (way) => {
  /** Without scripts a message's actions are a page of their own. */
  async function openActions(page: Page, key: 'Enter' | 'Space' = 'Enter', name = ACTIONS): Promise<void> {
    await pressOn(page, name, way.scripts ? key : 'Enter');
    if (!way.scripts) await page.waitForURL(/\/messages\/\d+$/, { waitUntil: 'domcontentloaded' });
  }
  const send = (page: Page) => (way.scripts ? page.keyboard.press('Enter') : pressOn(page, 'Envoyer'));

  test('one signs in, opens a salon, writes, answers, reacts, and deletes', async () => {
    const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
    const { id: salon } = await on.site.cast.salon(monique, { name: 'Scrabble' });
    await on.site.cast.join(gerard, salon);
    await talk(on.site, salon, [[monique, 'Qui joue ce soir ?']]);
    const page = await on.visit(way);
    const room = href('salon', { salon });

    await open(page, '/');
    await pressOn(page, /^Me connecter$/);
    await ledTo(page, '/connexion');
    await tabTo(page, 'Adresse de courriel');
    await page.keyboard.type(gerard.email);
    await tabTo(page, 'Mot de passe');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await ledTo(page, '/');
    await pressOn(page, 'Scrabble');
    await ledTo(page, room);
    await said(page, way, 'Qui joue ce soir ?').waitFor();

    await tabTo(page, 'Votre message');
    await page.keyboard.type('Moi, volontiers');
    await send(page);
    await said(page, way, 'Moi, volontiers').waitFor();

    await openRoom(page, way, salon);
    await said(page, way, 'Moi, volontiers').waitFor();
    await openActions(page);
    await pressOn(page, way.scripts ? 'Répondre' : 'Répondre à ce message');
    await page.getByText('Vous répondez à').waitFor();
    if (way.scripts) await eventually(async () => (await stopOf(page)).name).toBe('Votre message');
    else await tabTo(page, 'Votre message');
    await page.keyboard.type('À quelle heure ?');
    await send(page);
    await said(page, way, 'À quelle heure ?').waitFor();
    expect(await said(page, way, 'À quelle heure ?').locator('.cite').innerText()).toContain('Qui joue ce soir');

    await openRoom(page, way, salon);
    await said(page, way, 'À quelle heure ?').waitFor();
    await openActions(page, 'Space');
    await pressOn(page, 'Bravo', 'Space');
    await said(page, way, 'Qui joue ce soir ?').locator('.reactions').getByText('Gérard').waitFor();
    // The menu folds up, and the keyboard is not thrown back to the top of the page.
    if (way.scripts) expect((await stopOf(page)).name).toBe(ACTIONS);

    await openRoom(page, way, salon);
    await said(page, way, 'À quelle heure ?').waitFor();
    await openActions(page, 'Enter', 'Modifier ou supprimer');
    await pressOn(page, way.scripts ? 'Supprimer' : 'Supprimer ce message');
    await page.getByRole('heading', { name: 'Supprimer ce message ?' }).waitFor();
    await pressOn(page, 'Supprimer le message');
    await ledTo(page, room);
    await eventually(() => wordsSeen(page, way)).toEqual([
      'Qui joue ce soir ?',
      'Message supprimé',
      'À quelle heure ?',
    ]);
  });

  test('one comes to the field past fifty messages, and with arrows from one to the other', async () => {
    const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
    const { id: salon } = await on.site.cast.salon(monique);
    await talk(
      on.site,
      salon,
      Array.from({ length: 50 }, (_, n) => [monique, `Message ${n + 1}`] as const),
    );
    await on.site.cast.join(gerard, salon);
    const page = await on.arrive(way, gerard);
    await openRoom(page, way, salon);
    await page.keyboard.press('Tab');
    expect((await stopOf(page)).name).toBe('Aller au contenu');
    await page.keyboard.press('Tab');
    expect((await stopOf(page)).name).toBe('Écrire un message');
    await page.keyboard.press('Enter');
    await eventually(async () => (await stopOf(page)).name).toBe('Votre message');
    if (!way.scripts) return;
    const at = () =>
      page.evaluate(() => document.activeElement?.closest('.message')?.querySelector('.texte')?.textContent);
    await page.keyboard.press('Shift+Tab');
    expect(await at()).toBe('Message 50');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await at()).toBe('Message 48');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('Message 49');
  });

  test('one changes the size of the text and the colours of the page', async () => {
    const page = await on.visit(way);
    const html = page.locator('html');
    await open(page, '/');
    await pressOn(page, 'Affichage');
    await pressOn(page, 'Plus grande');
    await eventually(() => html.getAttribute('data-taille')).toBe('3');
    await pressOn(page, 'Affichage', 'Space');
    await pressOn(page, 'Contrasté', 'Space');
    await eventually(() => html.getAttribute('data-theme')).toBe('contraste');
    expect(await html.getAttribute('data-taille')).toBe('3');
  });

  test('one passes the head, chooses with arrows, and opens a salon of one’s own', async () => {
    const page = await on.arrive(way, await on.member('Monique'));
    await open(page, '/salons/nouveau');
    await pressOn(page, 'Aller au contenu');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await tabTo(page, 'Nom du salon');
    await page.keyboard.type('Dictée du lundi');
    await tabTo(page, 'Catégorie');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^Ouvert à tous/);
    for (const name of [/^Sur demande/, /^Privé/]) {
      await page.keyboard.press('ArrowDown');
      expect((await stopOf(page)).name).toMatch(name);
    }
    await pressOn(page, 'Créer le salon');
    await page.getByText('Votre salon est créé.').waitFor();
    await thread(page, way).waitFor({ state: 'attached' });
    expect(await page.locator('.piece-tete').innerText()).toContain('Salon privé');
  });
});
