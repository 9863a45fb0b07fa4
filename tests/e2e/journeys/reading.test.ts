/** Reading on where one stopped, reading back, and reading undisturbed. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import {
  eventually,
  followLink,
  journey,
  ledTo,
  openRoom,
  said,
  talk,
  thread,
  WAYS,
  type Way,
  WITH_SCRIPTS,
  wordsSeen,
} from '../../support/journey';

const on = journey();
const COUNT = 130;
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `message ${from + i}`);

/** A salon in which Gérard has said 130 things, two members who stopped reading at different places, and its ids. */
async function longTalk() {
  const [monique, gerard, lise] = [await on.member('Monique'), await on.member('Gérard'), await on.member('Lise')];
  const { id: salon } = await on.site.cast.salon(monique, { name: 'Lectures du soir' });
  for (const member of [gerard, lise]) await on.site.cast.join(member, salon);
  const ids = await talk(
    on.site,
    salon,
    numbered(1, COUNT).map((words) => [gerard, words] as const),
  );
  const stoppedAt = async (member: { id: string }, seq: number) =>
    on.site.cast
      .sql`update salon_members set last_seen_seq = ${seq} where salon_id = ${salon} and user_id = ${member.id}`;
  return { salon, monique, gerard, lise, ids, stoppedAt };
}

/** The words right under the « Nouveaux messages » line, as the screen shows it; null without a line. */
const firstNew = (page: Page, way: Way) =>
  thread(page, way).evaluate((fil) => {
    const line = fil.querySelector<HTMLElement>('.nouveaux');
    if (!line || line.offsetParent === null) return null;
    const { bottom } = line.getBoundingClientRect();
    const below = [...fil.querySelectorAll<HTMLElement>('.message')]
      .map((item) => ({ item, top: item.getBoundingClientRect().top }))
      .filter(({ item, top }) => item.offsetParent !== null && top >= bottom - 1)
      .sort((one, other) => one.top - other.top);
    return below[0]?.item.querySelector('.texte')?.textContent ?? '';
  });

/** A page of older history is the same page for everybody: no frame. */
const wordsListed = (page: Page) => wordsSeen(page, WITH_SCRIPTS);

describe.each(WAYS)('reading $name', (way) => {
  test('goes on at a line that stands where each member stopped', async () => {
    const { salon, monique, lise, gerard, stoppedAt } = await longTalk();
    await stoppedAt(monique, 100);
    await stoppedAt(lise, 120);
    const [hers, lises, his] = [
      await on.arrive(way, monique),
      await on.arrive(way, lise),
      await on.arrive(way, gerard),
    ];
    for (const page of [hers, lises, his]) await openRoom(page, way, salon);
    await eventually(() => firstNew(hers, way)).toBe('message 101');
    await eventually(() => firstNew(lises, way)).toBe('message 121');
    await said(his, way, 'message 130').waitFor();
    expect(await firstNew(his, way)).toBeNull();
  });

  test('leaves no line once everything has been read', async () => {
    const { salon, monique, stoppedAt } = await longTalk();
    await stoppedAt(monique, 129);
    const page = await on.arrive(way, monique);
    await openRoom(page, way, salon);
    await eventually(() => firstNew(page, way)).toBe('message 130');
    await eventually(async () => {
      const [row] = await on.site.cast.sql`
        select last_seen_seq::int as seen from salon_members where salon_id = ${salon} and user_id = ${monique.id}`;
      return row?.seen;
    }).toBe(130);
    await openRoom(page, way, salon);
    await said(page, way, 'message 130').waitFor();
    expect(await firstNew(page, way)).toBeNull();
  });

  test('back to the first message meets each once, and one step leads to the end again', async () => {
    const { salon, monique } = await longTalk();
    const page = await on.arrive(way, monique);
    await openRoom(page, way, salon);
    await said(page, way, 'message 130').waitFor();
    expect(await wordsSeen(page, way)).toEqual(numbered(81, 130));
    await followLink(page, way.scripts ? 'Messages plus anciens' : 'Plus anciens');
    await eventually(() => wordsListed(page)).toEqual(numbered(31, 80));
    await followLink(page, 'Messages plus anciens');
    await eventually(() => wordsListed(page)).toEqual(numbered(1, 30));
    expect(await page.getByRole('link', { name: /messages plus anciens/i }).count()).toBe(0);
    await followLink(page, 'Revenir aux derniers messages');
    await ledTo(page, href('salon', { salon }));
    await said(page, way, 'message 130').waitFor();
  });

  test('jumps from an answer to what it answers, far up, and marks it', async () => {
    const { salon, monique, gerard, ids } = await longTalk();
    await on.site.cast.sql`insert into chat_messages (salon_id, user_id, content, reply_to_id)
      values (${salon}, ${gerard.id}, 'Je reviens sur le tout début', ${ids[2] ?? 0})`;
    const page = await on.arrive(way, monique);
    await openRoom(page, way, salon);
    const answer = said(page, way, 'Je reviens sur le tout début');
    await answer.waitFor();
    expect(await answer.locator('.cite').innerText()).toMatch(/message 3/);
    await answer.getByRole('link', { name: 'En réponse à Gérard' }).click();
    await page.waitForURL(new RegExp(`#message-${ids[2]}$`), { waitUntil: 'domcontentloaded' });
    const target = page.locator('.message:target');
    expect(await target.locator('.texte').innerText()).toBe('message 3');
    await eventually(() => target.evaluate(isInView)).toBe(true);
    const outline = await target.locator('.bulle').evaluate((bubble) => getComputedStyle(bubble).outlineWidth);
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(3);
  });

  test('further up nothing moves when others write', async () => {
    const { salon, monique, gerard, stoppedAt } = await longTalk();
    await stoppedAt(monique, COUNT);
    const page = await on.arrive(way, monique);
    await openRoom(page, way, salon);
    const here = said(page, way, 'message 100');
    await here.waitFor();
    await here.evaluate((item) => item.scrollIntoView({ block: 'center' }));
    const topOf = () => here.evaluate((item) => Math.round(item.getBoundingClientRect().top));
    const before = await topOf();
    const news = page.getByRole('button', { name: /^\d+\snouveaux? messages?/ });
    await talk(on.site, salon, [[gerard, 'une nouvelle']]);
    await said(page, way, 'une nouvelle').waitFor();
    if (way.scripts) expect(await news.innerText()).toContain('1 nouveau message');
    await talk(on.site, salon, [[gerard, 'et une autre']]);
    await said(page, way, 'et une autre').waitFor();
    expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(2);
    expect(await said(page, way, 'et une autre').evaluate(isInView)).toBe(false);
    if (!way.scripts) return expect(await news.count()).toBe(0);
    await eventually(() => news.innerText()).toContain('2 nouveaux messages');
    await news.click();
    await eventually(() => said(page, way, 'et une autre').evaluate(isInView)).toBe(true);
    await eventually(() => news.isVisible()).toBe(false);
  });

  test('keeps the days apart', async () => {
    const { salon, monique } = await longTalk();
    await on.site.cast.sql.begin(async (tx) => {
      await tx`select set_config('app.import', 'on', true)`;
      await tx`update chat_messages set created_at = '2026-05-11T10:00Z' where salon_id = ${salon} and seq < 90`;
      await tx`update chat_messages set created_at = '2026-05-12T10:00Z' where salon_id = ${salon} and seq >= 90`;
    });
    const page = await on.arrive(way, monique);
    await openRoom(page, way, salon);
    await said(page, way, 'message 130').waitFor();
    const days = thread(page, way).locator('.jour').filter({ visible: true });
    expect(await days.allInnerTexts()).toEqual([
      expect.stringMatching(/lundi 11\smai/i),
      expect.stringMatching(/mardi 12\smai/i),
    ]);
    const [second, first, last] = await Promise.all(
      [days.nth(1), said(page, way, 'message 89'), said(page, way, 'message 90')].map((one) =>
        one.evaluate((item) => item.getBoundingClientRect().top),
      ),
    );
    expect([first, second, last]).toEqual([first, second, last].sort((a, b) => Number(a) - Number(b)));
  });
});

/** Within the screen, and within the frame that scrolls. */
function isInView(item: Element): boolean {
  const { top, bottom } = item.getBoundingClientRect();
  const box = item.closest('.fil-cadre')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  return top >= Math.max(0, box.top) - 1 && bottom <= Math.min(innerHeight, box.bottom) + 1;
}
