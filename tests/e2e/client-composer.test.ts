import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, notice, visits } from '../support/client-page';
import { composer, event, ME, message, SALON } from '../support/salon-stand-in';

const visit = visits();
const DRAFT = `brouillon:${ME}:${SALON}`;
const sent = () => visit.salon.postsTo('/messages');
const texts = () => sent().map((post) => post.fields.get('texte'));
const keys = () => sent().map((post) => post.fields.get('cle'));
const draftOf = (page: Page) => page.evaluate((name) => localStorage.getItem(name), DRAFT);
const text = (page: Page) => page.locator('#texte').inputValue();
const write = async (page: Page, words: string) => {
  await page.locator('#texte').fill(words);
  await page.locator('#texte').press('Enter');
};

describe('sending', () => {
  test('204 empties the field, renews the key, forgets the draft and takes away what was said of the act before', async () => {
    const page = await visit.open({ more: '<p role="status" class="message-retour">Votre salon est créé.</p>' });
    await page.locator('#texte').fill('Bonjour à tous\u202f!');
    await eventually(() => draftOf(page)).toContain('Bonjour à tous');
    await page.locator('#texte').press('Enter');
    await eventually(() => text(page)).toBe('');
    await write(page, 'Encore moi');
    await eventually(() => texts()).toEqual(['Bonjour à tous\u202f!', 'Encore moi']);
    expect(sent().every((post) => post.isFragment)).toBe(true);
    expect(new Set(keys()).size).toBe(2);
    for (const key of keys()) expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    await eventually(() => draftOf(page)).toBeNull();
    expect(await page.getByText('Votre salon est créé.').count()).toBe(0);
  });

  test('what is typed while the message travels stays, and a second press does not send twice', async () => {
    const page = await visit.open();
    let arrive = () => {};
    const hold = new Promise<void>((done) => (arrive = done));
    visit.salon.answer = () => ({ status: 204, hold });
    await write(page, 'Un');
    await eventually(() => sent().length).toBe(1);
    expect(await page.locator('#ecrire').getAttribute('aria-busy')).toBe('true');
    await page.locator('#texte').press('Enter');
    await page.locator('#ecrire button').click();
    await page.locator('#texte').pressSequentially(' et deux');
    arrive();
    await eventually(() => text(page)).toBe(' et deux');
    expect(await page.locator('#ecrire').getAttribute('aria-busy')).toBeNull();
    expect(texts()).toEqual(['Un']);
  });

  test('a text of several lines empties the field, also where forms are read with CRLF', async () => {
    const page = await visit.open();
    // As Chrome did before 2021 and the older WebKit: `FormData` itself writes each line end as two signs.
    await page.evaluate(() => {
      window.FormData = class extends FormData {
        constructor(form?: HTMLFormElement) {
          super(form);
          for (const [name, value] of [...this]) this.set(name, `${value}`.replace(/\n/g, '\r\n'));
        }
      };
    });
    await write(page, 'Bonjour,\n\nà dimanche.');
    await eventually(() => text(page)).toBe('');
    expect(texts()).toEqual(['Bonjour,\r\n\r\nà dimanche.']);
  });

  test('without network the text is kept and leaves again under the same key', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.answer = () => ({ status: 0 });
    await write(page, 'Dans le tunnel');
    await eventually(() => notice(page)).toBe(
      'Pas de réseau\u202f: votre message est gardé, il partira dès le retour de la connexion.',
    );
    expect(await text(page)).toBe('Dans le tunnel');
    visit.salon.answer = () => ({ status: 204 });
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await eventually(() => text(page)).toBe('');
    await eventually(() => notice(page)).toBeNull();
    expect(new Set(keys()).size).toBe(1);
    expect(await draftOf(page)).toBeNull();
  });

  test('it also leaves when the stream comes back, and by itself after a while', async () => {
    const page = await visit.open({}, { clock: true });
    await eventually(() => visit.salon.readers()).toBe(1);
    visit.salon.answer = () => ({ status: 0 });
    await write(page, 'Patience');
    await eventually(() => notice(page)).toContain('Pas de réseau');
    const before = sent().length;
    await page.clock.fastForward(10_100);
    await eventually(() => sent().length).toBeGreaterThan(before);
    await eventually(() => page.locator('#ecrire').getAttribute('aria-busy')).toBeNull();
    visit.salon.answer = () => ({ status: 204 });
    visit.salon.cut();
    await eventually(() => visit.salon.openings.length).toBe(2);
    await eventually(() => text(page)).toBe('');
    expect(new Set(keys()).size).toBe(1);
  });

  test('a text changed after a lost answer is another message, and waits to be sent', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.answer = () => ({ status: 0 });
    await write(page, 'Premier jet');
    await eventually(() => notice(page)).toContain('Pas de réseau');
    await page.locator('#texte').fill('Second jet');
    await eventually(() => notice(page)).toBeNull();
    const before = sent().length;
    visit.salon.answer = () => ({ status: 204 });
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.clock.fastForward(20_000);
    await page.evaluate(() => fetch('/styles.css').then((answer) => answer.text()));
    expect(sent().length).toBe(before);
    await page.locator('#texte').press('Enter');
    await eventually(() => text(page)).toBe('');
    expect(keys().at(-1)).not.toBe(keys()[0]);
  });

  test('422 brings the form back with its faults, and the summary takes focus', async () => {
    const page = await visit.open();
    visit.salon.answer = () => ({
      status: 422,
      html: composer({ text: 'Trop', alert: '<div role="alert">Votre message est trop long.</div>' }),
    });
    await write(page, 'Trop');
    await eventually(() => page.locator('#ecrire [role=alert]').textContent()).toBe('Votre message est trop long.');
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await text(page)).toBe('Trop');
  });

  test('the faults are gone once the message has gone', async () => {
    const page = await visit.open();
    const alert = '<div role="alert" class="fautes">Trop long.</div><p class="faute" id="faute-texte">Trop long.</p>';
    visit.salon.answer = () => ({ status: 422, html: composer({ text: 'Trop', alert }) });
    await write(page, 'Trop');
    await page.locator('#faute-texte').waitFor();
    visit.salon.answer = () => ({ status: 204 });
    await write(page, 'Moins');
    await eventually(() => text(page)).toBe('');
    expect(await page.locator('.fautes, .faute, [aria-invalid]').count()).toBe(0);
  });

  test('« Répondre » folds up the menu it was chosen in (D47)', async () => {
    const page = await visit.open();
    const menu = page.locator('#message-2 details');
    await menu.locator('summary').click();
    await menu.getByRole('link', { name: 'Répondre' }).click();
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('texte');
  });

  test.each([
    [429, { 'Retry-After': '12' }, 'Votre message est gardé. Renvoyez-le dans 12\u00a0secondes.'],
    [429, { 'Retry-After': '600' }, 'Votre message est gardé. Renvoyez-le dans 10\u00a0minutes.'],
    [404, {}, 'Vous ne pouvez pas écrire dans ce salon. Il est gardé.'],
    [403, {}, 'Vous ne pouvez pas écrire dans ce salon. Il est gardé.'],
    [413, {}, 'Votre message n’est pas parti. Il est gardé.'],
    [500, {}, 'Votre message n’est pas parti. Il est gardé.'],
  ])('%i %o keeps the text and says so calmly', async (status, headers, words) => {
    const page = await visit.open();
    visit.salon.answer = () => ({ status, headers: headers as Record<string, string>, html: '<p>Page</p>' });
    await write(page, 'Gardez-moi');
    await eventually(() => notice(page)).toBe(words);
    expect(await text(page)).toBe('Gardez-moi');
    expect(await draftOf(page)).toContain('Gardez-moi');
  });

  test('the server’s own words come first', async () => {
    const page = await visit.open();
    visit.salon.answer = () => ({
      status: 429,
      headers: { 'Retry-After': '9' },
      html: '<p role="alert">Dix messages par jour.</p>',
    });
    await write(page, 'Onzième');
    await eventually(() => notice(page)).toBe('Dix messages par jour.');
  });

  test('503 sends it again by itself when the server asked to', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.answer = () => ({ status: 503, headers: { 'Retry-After': '5' } });
    await write(page, 'Plus tard');
    await eventually(() => notice(page)).toBe('Votre message est gardé, il partira dans un instant.');
    visit.salon.answer = () => ({ status: 204 });
    await page.clock.fastForward(5100);
    await eventually(() => text(page)).toBe('');
    expect(new Set(keys()).size).toBe(1);
  });

  test('303 leads where the server says, and the draft is still there on return', async () => {
    const page = await visit.open();
    visit.salon.answer = () => ({ status: 303, headers: { Location: '/connexion' } });
    await write(page, 'Session finie');
    await page.waitForURL('**/connexion');
    await page.goto(visit.salon.url);
    expect(await text(page)).toBe('Session finie');
  });
});

describe('the keyboard', () => {
  test('Shift+Enter and Enter while composing make no message; nor does an empty field', async () => {
    const page = await visit.open();
    const area = page.locator('#texte');
    await area.press('Enter');
    await area.fill('Ligne');
    await area.press('Shift+Enter');
    expect(await text(page)).toBe('Ligne\n');
    const prevented = await area.evaluate((field) => {
      const key = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true, bubbles: true });
      field.dispatchEvent(key);
      return key.defaultPrevented;
    });
    expect(prevented).toBe(false);
    expect(await page.locator('#aide-texte').textContent()).toBe('Entrée envoie.');
    await area.press('Enter');
    await eventually(() => texts().length).toBe(1);
  });

  test('on touch Enter goes to the next line', async () => {
    const page = await visit.open(
      {},
      { context: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } } },
    );
    const area = page.locator('#texte');
    await area.fill('Ligne');
    await area.press('Enter');
    expect(await text(page)).toBe('Ligne\n');
    expect(await page.locator('#aide-texte').textContent()).toBe('Entrée va à la ligne.');
    await page.locator('#ecrire button').tap();
    await eventually(() => texts().length).toBe(1);
  });

  test('the room left is told when the field is nearly full', async () => {
    const page = await visit.open();
    const left = page.locator('#reste');
    await page.locator('#texte').fill('a'.repeat(3700));
    expect(await left.isHidden()).toBe(true);
    await page.locator('#texte').fill('a'.repeat(3999));
    expect(await left.textContent()).toBe('Place restante\u202f: 1 caractère.');
  });

  test('a field grows with its text, also where styles cannot do it', async () => {
    const page = await visit.open();
    await page.evaluate(() => Object.defineProperty(CSS, 'supports', { value: () => false }));
    const rows = () => page.locator('#texte').evaluate((area) => (area as HTMLTextAreaElement).rows);
    await page.locator('#texte').fill('a\n'.repeat(5));
    expect(await rows()).toBe(6);
    await page.locator('#texte').press('Enter');
    await eventually(rows).toBe(2);
  });

  test('typing is told at most every four seconds', async () => {
    const page = await visit.open({}, { clock: true });
    await page.locator('#texte').pressSequentially('Bonjour');
    await eventually(() => visit.salon.postsTo('/ecrit').length).toBe(1);
    await page.clock.fastForward(4100);
    await page.locator('#texte').pressSequentially(' vous');
    await eventually(() => visit.salon.postsTo('/ecrit').length).toBe(2);
  });
});

describe('drafts', () => {
  test('survive a reload, with the message they answer', async () => {
    const page = await visit.open();
    await page.locator('#message-2 summary').click();
    await page.locator('#message-2 [data-repondre]').click();
    await page.locator('#texte').fill('À moitié');
    await eventually(() => draftOf(page)).toContain('À moitié');
    await page.reload();
    expect(await text(page)).toBe('À moitié');
    expect(await page.locator('[name=reponse_a]').inputValue()).toBe('2');
    expect(await page.locator('#reponse').isVisible()).toBe(true);
  });

  test('keep the key of a message whose answer was lost', async () => {
    const page = await visit.open();
    visit.salon.answer = () => ({ status: 0 });
    await write(page, 'Perdu ou non');
    await eventually(() => notice(page)).toContain('Pas de réseau');
    visit.salon.answer = () => ({ status: 204 });
    const before = sent().length;
    await page.reload();
    expect(await text(page)).toBe('Perdu ou non');
    expect(sent().length).toBe(before);
    await page.locator('#texte').press('Enter');
    await eventually(() => text(page)).toBe('');
    expect(new Set(keys()).size).toBe(1);
  });

  test('never replace what the server sent back', async () => {
    const page = await visit.open();
    await page.locator('#texte').fill('Brouillon');
    await eventually(() => draftOf(page)).toContain('Brouillon');
    const again = await visit.open({ text: 'Du serveur' });
    expect(await text(again)).toBe('Du serveur');
  });

  test('all go when signing out', async () => {
    const page = await visit.open();
    await page.locator('#texte').fill('Secret');
    await eventually(() => draftOf(page)).toContain('Secret');
    visit.salon.answer = () => ({ status: 303, headers: { Location: '/connexion' } });
    await page.getByText('Me déconnecter').click();
    await page.waitForURL('**/connexion');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('are missed by nobody when storage is shut', async () => {
    const page = await visit.open();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('shut');
        },
      }),
    );
    await page.reload();
    await write(page, 'Sans mémoire');
    await eventually(() => text(page)).toBe('');
    expect(texts()).toEqual(['Sans mémoire']);
  });
});

describe('answering', () => {
  test('shows whom and what, sends it along, and can be taken back', async () => {
    const page = await visit.open();
    visit.salon.say(event(4, message(4, { text: 'Qui vient dimanche\u202f?' })));
    await page.locator('#message-4 summary').click();
    await page.locator('#message-4 [data-repondre]').click();
    expect(await page.locator('#reponse p').textContent()).toBe(
      'Vous répondez à Gérard«\u00a0Qui vient dimanche\u202f?\u00a0»',
    );
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('texte');
    await page.getByText('Ne plus répondre').click();
    expect(await page.locator('#reponse').isHidden()).toBe(true);
    await page.locator('#message-4 summary').click();
    await page.locator('#message-4 [data-repondre]').click();
    await write(page, 'Moi');
    await eventually(() => sent().at(-1)?.fields.get('reponse_a')).toBe('4');
    await eventually(() => page.locator('#reponse').isHidden()).toBe(true);
    expect(await page.locator('[name=reponse_a]').inputValue()).toBe('');
  });
});
