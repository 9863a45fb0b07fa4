import { describe, expect, test } from 'vitest';
import { eventually, notice, visits } from '../support/client-page';
import { event, message } from '../support/salon-stand-in';

const visit = visits();
const form = (inner: string, attributes = 'data-aurora=""') =>
  `<form method="post" action="/essai" ${attributes}>${inner}<button name="action" value="oui">Essayer</button></form>`;
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
