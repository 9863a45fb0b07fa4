import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, notice, textsOf, visits } from '../support/client-page';
import { event, ME, message, OTHER } from '../support/salon-stand-in';

const visit = visits();
const RECONNECTING = 'Reconnexion… vos messages sont gardés.';
const OUT = 'Vous n’êtes plus dans ce salon. Recharger la page';
const SIGNED_OUT = 'Votre session est terminée. Ce que vous écrivez ici est gardé. Me reconnecter';

declare global {
  interface Window {
    progress: number;
  }
}

/** From the next stream on: how often the browser has told the script that something came. */
const countProgress = (page: Page) =>
  page.evaluate(() => {
    window.progress = 0;
    const { open } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...where: [string, string]) {
      // The script's own listeners are added later, and called in the same turn.
      this.addEventListener('progress', () => window.progress++);
      open.apply(this, where as never);
    };
  });
const progress = (page: Page) => page.evaluate(() => window.progress);

describe('events', () => {
  test('a new message is appended once, under its own day, however often it is said', async () => {
    const page = await visit.open();
    const fresh = message(4, { text: 'Bonjour', day: 'mardi 24 novembre' });
    visit.salon.say(event(4, fresh) + event(4, fresh));
    await eventually(() => textsOf(page)).toEqual(['Message 1', 'Message 2', 'Message 3', 'Bonjour']);
    visit.salon.say(event(5, message(5, { day: 'mardi 24 novembre' })));
    await eventually(() => page.locator('.message').count()).toBe(5);
    expect(await page.locator('.jour').allTextContents()).toEqual(['lundi 23 novembre', 'mardi 24 novembre']);
    expect(await page.locator('#message-4').evaluate((li) => li.previousElementSibling?.textContent)).toBe(
      'mardi 24 novembre',
    );
  });

  test('a change is put in place, and an older state never overwrites a newer one', async () => {
    const page = await visit.open();
    visit.salon.say(event(9, message(2, { text: 'Nouveau' })));
    await eventually(() => textsOf(page)).toEqual(['Message 1', 'Nouveau', 'Message 3']);
    visit.salon.say(
      event(8, message(2, { text: 'Ancien' })) + event(2, message(3, { text: 'Plus vieux que la page' })),
    );
    visit.salon.say(event(10, message(1, { text: 'Fini' })));
    await eventually(() => textsOf(page)).toEqual(['Fini', 'Nouveau', 'Message 3']);
  });

  test('a change of a message that is not on the page is not appended', async () => {
    const page = await visit.open();
    await page.locator('#message-1').evaluate((li) => li.remove());
    visit.salon.say(event(10, message(1, { text: 'Parti' })) + event(11, message(11)));
    await eventually(() => textsOf(page)).toEqual(['Message 2', 'Message 3', 'Message 11']);
  });

  test('a menu its reader unfolded and the field she writes in stay as they are', async () => {
    const page = await visit.open();
    await page.locator('#message-2 summary').click();
    await page.locator('#texte').fill('En train d’écrire');
    visit.salon.say(event(9, message(2, { text: 'Corrigé' })));
    await eventually(() => textsOf(page)).toContain('Corrigé');
    expect(await page.locator('#message-2 details').getAttribute('open')).not.toBeNull();
    expect(await page.locator('#texte').inputValue()).toBe('En train d’écrire');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('texte');
  });

  test('presence and member count are replaced; typing fades, and my own is no news', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.say(
      'event: presence\ndata: <div id="presents">Monique</div>\n\nevent: membres\ndata: <p id="membres">2 membres</p>\n\n',
    );
    visit.salon.say(`event: ecrit\ndata: <p id="ecrit" data-qui="${OTHER}">Gérard écrit…</p>\n\n`);
    await eventually(() => page.locator('#presents').textContent()).toBe('Monique');
    await eventually(() => page.locator('#membres').textContent()).toBe('2 membres');
    await eventually(() => page.locator('#ecrit').textContent()).toBe('Gérard écrit…');
    await page.clock.fastForward(6100);
    await eventually(() => page.locator('#ecrit').isHidden()).toBe(true);
    visit.salon.say(`event: ecrit\ndata: <p id="ecrit" data-qui="${ME}">Moi écrit…</p>\n\n${event(4, message(4))}`);
    await eventually(() => page.locator('.message').count()).toBe(4);
    expect(await page.locator('#ecrit').isHidden()).toBe(true);
  });

  test('five hundred changes at once arrive in order, and the newest three hundred stay', async () => {
    const page = await visit.open();
    const all = Array.from({ length: 500 }, (_, i) => event(i + 4, message(i + 4)));
    visit.salon.say(all.join(''));
    await eventually(() => page.locator('#message-503').count()).toBe(1);
    await eventually(() => page.locator('.message').count()).toBe(300);
    const order = await page
      .locator('.message')
      .evaluateAll((items) => items.map((li) => Number((li as HTMLElement).dataset.seq)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
});

describe('a connection that is lost', () => {
  test('comes back after the last event it heard, and loses nothing', async () => {
    const page = await visit.open();
    expect(visit.salon.openings[0]).toEqual({ url: expect.stringMatching(/flux\?depuis=3$/), lastEventId: undefined });
    visit.salon.say(event(7, message(7)));
    await eventually(() => page.locator('#message-7').count()).toBe(1);
    visit.salon.cut();
    await eventually(() => visit.salon.openings.length).toBe(2);
    expect(visit.salon.openings[1]?.lastEventId).toBe('7');
    await eventually(() => visit.salon.readers()).toBe(1);
    visit.salon.say(event(8, message(8)));
    await eventually(() => page.locator('#message-8').count()).toBe(1);
  });

  test('is mentioned only after two seconds, until it is back', async () => {
    const page = await visit.open({}, { clock: true });
    const before = await page.evaluate(() => {
      const line = document.getElementById('connexion');
      if (line) new MutationObserver(() => (line.dataset.at ??= String(Date.now()))).observe(line, { childList: true });
      return Date.now();
    });
    visit.salon.stream = { status: 503, headers: { 'Retry-After': '5' } };
    visit.salon.cut();
    await eventually(async () => {
      await page.clock.fastForward(500);
      return notice(page);
    }).toBe(RECONNECTING);
    expect(Number(await page.locator('#connexion').getAttribute('data-at')) - before).toBeGreaterThanOrEqual(2000);
    await page.clock.fastForward(30_000);
    await eventually(() => visit.salon.openings.length).toBeGreaterThan(1);
    visit.salon.stream = { status: 200, headers: {} };
    await eventually(async () => {
      await page.clock.fastForward(30_000);
      return visit.salon.readers();
    }).toBe(1);
    await eventually(() => notice(page)).toBeNull();
  });

  test('a line without a byte for 45 seconds is dead; a comment keeps it alive', async () => {
    const page = await visit.open({}, { clock: true });
    await eventually(() => visit.salon.readers()).toBe(1);
    await page.clock.fastForward(30_000);
    visit.salon.say(`: toujours là\n\n${event(4, message(4))}`);
    await eventually(() => page.locator('#message-4').count()).toBe(1);
    await page.clock.fastForward(30_000);
    visit.salon.say(event(5, message(5)));
    await eventually(() => page.locator('#message-5').count()).toBe(1);
    expect(visit.salon.openings.length).toBe(1);
    await page.clock.fastForward(46_000);
    await eventually(() => visit.salon.openings.length).toBe(2);
    expect(visit.salon.openings[1]?.lastEventId).toBe('5');
  });

  test('a comment alone is a sign of life', async () => {
    const page = await visit.open({}, { clock: true });
    await countProgress(page);
    visit.salon.cut();
    await eventually(async () => {
      await page.clock.fastForward(3000);
      return visit.salon.readers();
    }).toBe(1);
    await eventually(() => progress(page)).toBeGreaterThan(0);
    await page.clock.fastForward(30_000);
    const before = await progress(page);
    visit.salon.say(':\n\n');
    await eventually(() => progress(page)).toBeGreaterThan(before);
    await page.clock.fastForward(30_000);
    await page.evaluate(() => fetch('/styles.css').then((answer) => answer.text()));
    expect(visit.salon.openings.length).toBe(2);
    await page.clock.fastForward(46_000);
    await eventually(() => visit.salon.openings.length).toBe(3);
  });

  test('a stream that has brought two megabytes is taken up by a new one, after the last whole event', async () => {
    const page = await visit.open();
    const long = (seq: number) => event(seq, message(seq, { text: 'à'.repeat(4000) }));
    const last = () => page.locator('.message').last().getAttribute('data-seq');
    // What is said once there is a second stream would reach the page through it, and be behind its cursor.
    for (let seq = 4; seq < 504 && visit.salon.openings.length < 2; seq += 100) {
      visit.salon.say(Array.from({ length: 100 }, (_, i) => long(seq + i)).join(''));
      await eventually(async () => (await last()) === `${seq + 99}` || visit.salon.openings.length > 1).toBe(true);
    }
    await eventually(() => visit.salon.openings.length).toBe(2);
    expect(visit.salon.openings[1]?.lastEventId).toBe(await last());
    await eventually(() => visit.salon.readers()).toBe(1);
    expect(await notice(page)).toBeNull();
    visit.salon.say(event(600, message(600)));
    await eventually(last).toBe('600');
    expect(visit.salon.openings.length).toBe(2);
  });

  test('half an event at a clean end is not shown, and is asked for again', async () => {
    const page = await visit.open();
    visit.salon.end(
      `${event(4, message(4))}id: 5\nevent: message\ndata: <li id="message-5" class="message" data-seq="5"><p class="texte">Moiti`,
    );
    await eventually(() => visit.salon.openings.length).toBe(2);
    expect(visit.salon.openings[1]?.lastEventId).toBe('4');
    expect(await page.locator('#message-5').count()).toBe(0);
  });

  test('waking up with a silent line reconnects at once', async () => {
    const page = await visit.open({}, { clock: true });
    await eventually(() => visit.salon.readers()).toBe(1);
    await page.clock.fastForward(10_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(visit.salon.openings.length).toBe(1);
    await page.clock.fastForward(20_000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await eventually(() => visit.salon.openings.length).toBe(2);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await eventually(() => visit.salon.openings.length).toBe(3);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await eventually(() => visit.salon.openings.length).toBe(4);
    await eventually(() => visit.salon.readers()).toBe(1);
  });

  test('a second tab of the same salon opens its own stream', async () => {
    const page = await visit.open();
    const second = await page.context().newPage();
    await second.goto(visit.salon.url);
    await eventually(() => visit.salon.readers()).toBe(2);
  });

  test('a page of somebody else in place of the stream is tried again', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.stream = { status: 200, headers: { 'Content-Type': 'text/html' } };
    visit.salon.cut();
    await eventually(async () => {
      await page.clock.fastForward(30_000);
      return visit.salon.openings.length;
    }).toBeGreaterThan(2);
    expect(await notice(page)).toBe(RECONNECTING);
  });
});

describe('the end', () => {
  const staysClosed = async (page: Awaited<ReturnType<typeof visit.open>>, openings: number, words = OUT) => {
    await eventually(() => notice(page)).toBe(words);
    await page.clock.fastForward(120_000);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.evaluate(() => fetch('/styles.css').then((answer) => answer.text()));
    expect(visit.salon.openings.length).toBe(openings);
  };

  test('fin closes for good and says so', async () => {
    const page = await visit.open({}, { clock: true });
    visit.salon.end('event: fin\ndata: member\n\n');
    await staysClosed(page, 1);
  });

  test('fin of an ended session offers the way back, and what was being written is there after it', async () => {
    const page = await visit.open({}, { clock: true });
    await page.locator('#texte').fill('Je n’ai pas fini');
    await page.evaluate(() => localStorage.clear());
    visit.salon.end('event: fin\ndata: session\n\n');
    await staysClosed(page, 1, SIGNED_OUT);
    const link = page.locator('#connexion a');
    const here = new URL(page.url()).pathname;
    expect(await link.getAttribute('href')).toBe(`/connexion?retour=${encodeURIComponent(here)}`);
    await page.evaluate(() =>
      document.querySelector('#connexion a')?.addEventListener('click', (e) => e.preventDefault()),
    );
    await link.click();
    expect(await page.evaluate(() => Object.values(localStorage).join())).toContain('Je n’ai pas fini');
  });

  test.each([403, 404])('a stream answered %i closes for good', async (status) => {
    visit.salon.stream = { status, headers: {} };
    const page = await visit.open({}, { clock: true });
    await staysClosed(page, 1);
  });

  test.each([
    ['answered 401', { status: 401, headers: {} }],
    ['led to the sign-in page', { status: 303, headers: { Location: '/connexion' } }],
  ])('a stream %s closes for good, and offers to sign in', async (_, answer) => {
    visit.salon.stream = answer;
    const page = await visit.open({}, { clock: true });
    await staysClosed(page, 1, SIGNED_OUT);
  });

  test('reset loads the page again, once in ten seconds, and keeps the draft', async () => {
    const page = await visit.open();
    await page.locator('#texte').fill('Presque fini');
    visit.salon.say('event: reset\ndata: reset\n\n');
    await eventually(() => visit.salon.pageLoads).toBe(2);
    await eventually(() => visit.salon.openings.length).toBe(2);
    expect(await page.locator('#texte').inputValue()).toBe('Presque fini');
    await eventually(() => visit.salon.readers()).toBe(1);
    visit.salon.say('event: reset\ndata: reset\n\n');
    await eventually(() => notice(page)).toBe('Des messages manquent ici. Recharger la page');
    expect(visit.salon.pageLoads).toBe(2);
    await page.locator('#connexion a').click();
    await eventually(() => visit.salon.pageLoads).toBe(3);
  });
});
