import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, visits } from '../support/client-page';
import { event, ME, message } from '../support/salon-stand-in';

const visit = visits();
const topOf = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element) => Math.round(element.getBoundingClientRect().top));
/** Pixels the last message reaches below its frame, or below the window. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.cadre .fil-cadre');
    const edge = frame ? frame.getBoundingClientRect().bottom : innerHeight;
    return Math.round((document.querySelector('#fil')?.lastElementChild?.getBoundingClientRect().bottom ?? 0) - edge);
  });
const scrollUp = async (page: Page) => {
  await page.locator('#message-12').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await eventually(() => beyond(page)).toBeGreaterThan(200);
};
const button = (page: Page) => page.locator('#nouveaux-en-bas');
const seen = () => visit.salon.postsTo('/lecture').map((post) => post.fields.get('jusqua'));

describe.each(['page', 'frame'] as const)('a thread that scrolls with its %s', (layout) => {
  test('opens at its end and stays there when messages arrive', async () => {
    const page = await visit.open({ count: 40, layout });
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
    visit.salon.say(event(41, message(41)) + event(42, message(42, { text: 'long<br>'.repeat(20) })));
    await eventually(() => page.locator('.message').count()).toBe(42);
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
    expect(await button(page).isHidden()).toBe(true);
  });

  test('does not move under somebody who reads further up; a button counts and leads down', async () => {
    const page = await visit.open({ count: 40, layout });
    await scrollUp(page);
    const before = await topOf(page, 'message-12');
    visit.salon.say(event(41, message(41)));
    await eventually(() => button(page).textContent()).toBe(' 1 nouveau message');
    visit.salon.say(
      event(42, message(42)) + event(43, message(43)) + event(44, message(3, { text: 'plus<br>'.repeat(9) })),
    );
    await eventually(() => button(page).textContent()).toBe(' 3 nouveaux messages');
    expect(await button(page).isVisible()).toBe(true);
    // One frame more: a correction by the browser's own anchoring would come after ours.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await topOf(page, 'message-12')).toBe(before);
    await button(page).dispatchEvent('click');
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
    await eventually(() => button(page).isHidden()).toBe(true);
  });

  test('always shows my own message', async () => {
    const page = await visit.open({ count: 40, layout });
    await scrollUp(page);
    visit.salon.say(event(41, message(41, { by: ME })));
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
    expect(await button(page).isHidden()).toBe(true);
  });

  test('drops its oldest messages at the end, and the link to older ones follows', async () => {
    const page = await visit.open({ count: 290, layout });
    const many = Array.from({ length: 30 }, (_, i) => event(291 + i, message(291 + i)));
    visit.salon.say(many.join(''));
    await eventually(() => page.locator('#message-320').count()).toBe(1);
    expect(await page.locator('.message').count()).toBe(300);
    expect(await page.locator('.message').first().getAttribute('id')).toBe('message-21');
    expect(await page.locator('#fil > li').first().getAttribute('class')).toBe('jour');
    expect(await page.locator('a[rel=prev]').getAttribute('href')).toMatch(/\?avant=21$/);
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
  });

  test('opens where reading stopped', async () => {
    const line = { seq: 20, html: '<li class="nouveaux" id="nouveaux"><span>Nouveaux messages</span></li>' };
    const page = await visit.open({ count: 40, layout, afterSeq: line });
    await eventually(() => topOf(page, 'nouveaux')).toBeLessThan(600);
    expect(await topOf(page, 'nouveaux')).toBeGreaterThan(0);
  });
});

test('the first message of a salon replaces the invitation to write', async () => {
  const page = await visit.open({ count: 0, more: '<p class="silence">Personne n’a encore écrit ici.</p>' });
  visit.salon.say(event(1, message(1)));
  await eventually(() => page.locator('#message-1').count()).toBe(1);
  expect(await page.locator('.silence').count()).toBe(0);
  expect(await page.locator('.jour').textContent()).toBe('lundi 23 novembre');
});

describe.each([['a link to newer messages', { more: '<a rel="next" href="#">Revenir</a>' }]])(
  'a page of older history, told by %s',
  (_, options) => {
    test('takes changes in place, counts what is new, and leads to it', async () => {
      const page = await visit.open(options);
      visit.salon.say(event(90, message(2, { text: 'Corrigé' })) + event(91, message(91)) + event(92, message(92)));
      await eventually(() => page.locator('#message-2 .texte').textContent()).toBe('Corrigé');
      await eventually(() => button(page).textContent()).toBe(' 2 nouveaux messages');
      expect(await page.locator('#message-91').count()).toBe(0);
      await button(page).dispatchEvent('click');
      await eventually(() => visit.salon.pageLoads).toBe(2);
    });
  },
);

test('a page that moves no mark gives a sign of life now and then, on older pages too (N05)', async () => {
  const page = await visit.open({ more: '<a rel="next" href="#">Revenir</a>' }, { clock: true });
  const signs = () => visit.salon.postsTo('/lecture?vie').length;
  for (const n of [1, 2, 3]) {
    await page.clock.fastForward(39_000);
    await page.clock.fastForward(1_500);
    await eventually(signs).toBe(n);
  }
  expect(seen()).toEqual(['0', '0', '0']);
});

describe('the reading mark', () => {
  test('is told once the end has been in view, and only when it moved', async () => {
    const page = await visit.open({ count: 40, layout: 'frame' }, { clock: true });
    await page.clock.fastForward(1600);
    await eventually(seen).toEqual(['40']);
    await scrollUp(page);
    visit.salon.say(event(41, message(41)));
    await eventually(() => page.locator('#message-41').count()).toBe(1);
    await page.clock.fastForward(3200);
    await page.evaluate(() => fetch('/styles.css').then((answer) => answer.text()));
    expect(seen()).toEqual(['40']);
    await button(page).dispatchEvent('click');
    await eventually(() => beyond(page)).toBeLessThanOrEqual(0);
    await page.clock.fastForward(1600);
    await eventually(seen).toEqual(['40', '41']);
    expect(visit.salon.postsTo('/lecture').every((post) => post.isFragment)).toBe(true);
  });
});
