import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, notice, visits } from '../support/client-page';
import { event, ME, message } from '../support/salon-stand-in';

const visit = visits();
const form = (inner: string, attributes = 'data-aurora=""') =>
  `<form method="post" action="/essai" ${attributes}>${inner}<button name="action" value="oui">Essayer</button></form>`;
const withThanks = (seq: number) =>
  message(seq).replace(
    '<a class="actions"',
    `<ul class="reactions"><li data-r="merci">Merci\u202f: <span data-p="${ME}">Moi</span></li></ul><a class="actions"`,
  );
const react = async (page: Page, seq: number) => {
  await page.locator(`#message-${seq} summary`).click();
  await page.locator(`#message-${seq} button`).click();
};
const reactions = (page: Page, seq: number) => page.locator(`#message-${seq} .reactions li`).allTextContents();
/** @returns what lets the waiting reaction be answered */
function held(status: number, headers: Record<string, string> = {}): () => void {
  let answer = () => {};
  // The same for all: a browser sends once more what it sent on a line that broke.
  const hold = new Promise<void>((resolve) => {
    answer = resolve;
  });
  visit.salon.answer = ({ url }) => (url.endsWith('/reactions') ? { status, headers, hold } : { status: 204 });
  return answer;
}
const tries = () => visit.salon.postsTo('/essai');

describe('an enhanced form', () => {
  test('inside a message that arrived by the stream is posted in place, with its button; its menu folds up', async () => {
    const page = await visit.open();
    visit.salon.say(event(4, message(4)));
    await page.locator('#message-4 summary').click();
    await page.locator('#message-4 button').click();
    await eventually(() => visit.salon.postsTo('/reactions').map((post) => post.fields.get('emoji'))).toEqual([
      'merci',
    ]);
    await eventually(() => page.locator('#message-4 details').getAttribute('open')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    expect(visit.salon.pageLoads).toBe(1);
  });

  test('a reaction shows at once; the words of the server take its place (Q04)', async () => {
    const page = await visit.open();
    const answer = held(204);
    await react(page, 2);
    await eventually(() => reactions(page, 2)).toEqual(['Merci\u202f: vous']);
    visit.salon.say(event(4, withThanks(2)));
    await eventually(() => reactions(page, 2)).toEqual(['Merci\u202f: Moi']);
    answer();
    await eventually(() => page.locator('#message-2 details').getAttribute('open')).toBeNull();
    expect(await page.locator('#message-2 .reactions li').getAttribute('style')).toBeNull();
  });

  test.each([
    [429, 'Votre réaction n’a pas été gardée. Réessayez dans 30\u00a0secondes.'],
    [404, 'Votre réaction n’a pas été gardée.'],
    [0, 'Pas de réseau\u202f: réessayez dans un instant.'],
  ])('a reaction that is refused with %i is taken back with a word (Q04)', async (status, word) => {
    const page = await visit.open();
    visit.salon.say(event(4, withThanks(3)));
    await eventually(() => reactions(page, 3)).toEqual(['Merci\u202f: Moi']);
    const headers: Record<string, string> = status === 429 ? { 'Retry-After': '30' } : {};
    const answer = held(status, headers);
    await react(page, 2);
    await eventually(() => reactions(page, 2)).toEqual(['Merci\u202f: vous']);
    answer();
    await eventually(() => notice(page)).toBe(word);
    expect(await reactions(page, 2)).toEqual([]);
    const other = held(status, headers);
    await react(page, 3);
    await eventually(() => page.locator('#message-3 [data-p]').getAttribute('style')).toContain('line-through');
    other();
    await eventually(() => page.locator('#message-3 [data-p]').getAttribute('style')).toBeNull();
    expect(visit.salon.pageLoads).toBe(1);
  });

  test('a refusal takes nothing away that the server has said meanwhile', async () => {
    const page = await visit.open();
    const answer = held(429);
    await react(page, 2);
    await eventually(() => reactions(page, 2)).toEqual(['Merci\u202f: vous']);
    visit.salon.say(event(4, withThanks(2)));
    await eventually(() => reactions(page, 2)).toEqual(['Merci\u202f: Moi']);
    answer();
    await eventually(() => notice(page)).toBe('Votre réaction n’a pas été gardée.');
    expect(await reactions(page, 2)).toEqual(['Merci\u202f: Moi']);
  });

  test('puts each piece of the answer in its place', async () => {
    const page = await visit.open({ more: form('') });
    visit.salon.answer = () => ({ status: 200, html: '<p id="membres">3 membres</p><div id="presents">Fatima</div>' });
    await page.getByText('Essayer').click();
    await eventually(() => page.locator('#membres').textContent()).toBe('3 membres');
    expect(await page.locator('#presents').textContent()).toBe('Fatima');
  });

  test('whose answer has no place on the page loads the page again', async () => {
    const page = await visit.open({ more: form('') });
    visit.salon.answer = () => ({ status: 200, html: '<p id="ailleurs">Fait</p>' });
    await page.getByText('Essayer').click();
    await eventually(() => visit.salon.pageLoads).toBe(2);
    expect(tries().length).toBe(1);
  });

  test.each([403, 404, 413, 429, 500, 503])(
    'refused with %i is sent as the browser would have sent it',
    async (status) => {
      const page = await visit.open({ more: form('') });
      visit.salon.answer = (post) => (post.isFragment ? { status } : { status, html: '<h1>La page qui explique</h1>' });
      await page.getByText('Essayer').click();
      await page.getByText('La page qui explique').waitFor();
      expect(tries().map((post) => [post.isFragment, post.fields.get('action')])).toEqual([
        [true, 'oui'],
        [false, 'oui'],
      ]);
    },
  );

  test('follows where a 303 leads, without doing the act again', async () => {
    const page = await visit.open({ more: form('') });
    visit.salon.answer = () => ({ status: 303, headers: { Location: '/connexion' } });
    await page.getByText('Essayer').click();
    await page.waitForURL('**/connexion');
    expect(tries().length).toBe(1);
  });

  test('without network says so and can be pressed again', async () => {
    const page = await visit.open({ more: form('') });
    visit.salon.answer = () => ({ status: 0 });
    await page.getByText('Essayer').click();
    await eventually(() => notice(page)).toBe('Pas de réseau\u202f: réessayez dans un instant.');
    visit.salon.answer = () => ({ status: 204 });
    await page.getByText('Essayer').click();
    await eventually(() => notice(page)).toBeNull();
  });

  test.each([
    ['without the mark', ''],
    ['that carries files', 'data-aurora="" enctype="multipart/form-data"'],
  ])('%s is left to the browser', async (_, attributes) => {
    const page = await visit.open({ more: form('', attributes) });
    visit.salon.answer = () => ({ status: 200, html: '<h1>Fait</h1>' });
    await page.getByText('Essayer').click();
    await page.getByText('Fait').waitFor();
    expect(tries().map((post) => post.isFragment)).toEqual([false]);
  });
});

describe('small comforts', () => {
  test('« Afficher » shows a password, and hides it again before it is sent', async () => {
    const more = form(
      '<input id="secret" name="mot_de_passe" type="password" value="abc"><button type="button" data-afficher="secret" aria-pressed="false" hidden><svg></svg>Afficher</button>',
    );
    const page = await visit.open({ more });
    const toggle = page.locator('[data-afficher]');
    await toggle.click();
    expect(await page.locator('#secret').getAttribute('type')).toBe('text');
    expect([await toggle.textContent(), await toggle.getAttribute('aria-pressed')]).toEqual([' Masquer', 'true']);
    await page.getByText('Essayer').click();
    await eventually(() => tries().length).toBe(1);
    expect(await page.locator('#secret').getAttribute('type')).toBe('password');
    expect(await toggle.textContent()).toBe('Afficher');
  });

  test('announcements can be suspended and taken up again', async () => {
    const page = await visit.open();
    const pause = page.locator('#pause-annonces');
    const live = () => page.locator('#journal').getAttribute('aria-live');
    await pause.click();
    expect([await live(), await pause.textContent()]).toEqual(['off', ' les lire de nouveau']);
    await pause.click();
    expect([await live(), await pause.textContent()]).toEqual(['polite', ' Suspendre les annonces']);
  });

  test('what only makes sense with the script appears, the rest goes', async () => {
    const page = await visit.open();
    expect(await page.getByText('avec script').isVisible()).toBe(true);
    expect(await page.getByText('sans script').isHidden()).toBe(true);
  });

  test('a summary of faults on the page takes focus', async () => {
    const page = await visit.open({ more: '<div role="alert" id="fautes">Deux champs à revoir</div>' });
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('fautes');
  });

  test('nothing is refused by a strict content policy, and nothing is said on the console', async () => {
    const page = await visit.open();
    const said: string[] = [];
    page.on('console', (line) => said.push(line.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.reload();
    await page.locator('#texte').fill('Bonjour');
    await page.locator('#texte').press('Enter');
    await eventually(() => page.locator('#texte').inputValue()).toBe('');
    expect(said).toEqual([]);
  });
});
