/** Found in use, part 1, lines 1, 4, 8 and 15: how much of the room is words, and that nothing moves under the finger. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, journey, openRoom, talk, WAYS, WITH_SCRIPTS } from '../support/journey';

const on = journey();
const TOUCH = { hasTouch: true, isMobile: true };

async function room(width: number, height: number, size: number, way = WITH_SCRIPTS) {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const { id: salon } = await on.site.cast.salon(monique, { name: 'Jardin au balcon' });
  await on.site.cast.join(gerard, salon);
  await talk(
    on.site,
    salon,
    Array.from(
      { length: 20 },
      (_, n) => [gerard, `Les tomates ${n + 1} sont sorties, il faudra bien les arroser ce soir.`] as const,
    ),
  );
  await on.site.cast.sql`update salon_members set last_seen_seq = 20 where salon_id = ${salon}`;
  await on.site.cast.sql`update profiles set text_size = ${size} where id = ${monique.id}`;
  const page = await on.arrive(way, monique, { viewport: { width, height }, ...(width < 1000 ? TOUCH : {}) });
  await openRoom(page, way, salon);
  await page.evaluate(() => document.fonts.ready);
  return { page, salon };
}

/** What a reader has before her: whole messages, the edges of where she writes, and what does not fit the screen. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.fil-cadre')?.getBoundingClientRect() ?? new DOMRect();
    const boxes = [...document.querySelectorAll('#fil > .message')].map((each) => each.getBoundingClientRect());
    return {
      whole: boxes.filter((box) => box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1).length,
      send: Math.round(document.querySelector('.ecrire .principal')?.getBoundingClientRect().bottom ?? 1e6),
      beyond: document.documentElement.scrollHeight - innerHeight,
    };
  });

test.each([
  { width: 390, height: 760, size: 1, least: 3 },
  { width: 390, height: 760, size: 4, least: 1 },
  { width: 320, height: 568, size: 1, least: 1 },
  { width: 320, height: 568, size: 4, least: 1 },
  { width: 1280, height: 900, size: 1, least: 4 },
  { width: 1280, height: 900, size: 4, least: 2 },
])(
  'at $width × $height in size $size whole messages and the field are in view',
  async ({ width, height, size, least }) => {
    const { page } = await room(width, height, size);
    await eventually(async () => (await seen(page)).whole).toBeGreaterThanOrEqual(least);
    const { send, beyond } = await seen(page);
    expect(send).toBeLessThanOrEqual(height);
    expect(beyond).toBe(0);
  },
);

describe.each(WAYS)('$name', (way) => {
  test.each([390, 1280])('at %i px a second tap on « Répondre » gives no reaction', async (width) => {
    const { page, salon } = await room(width, 760, 1, way);
    const inside = way.scripts ? page : page.frameLocator('iframe');
    const menu = inside.locator('.message .actions').last();
    await menu.waitFor();
    const top = async () => Math.round((await menu.boundingBox())?.y ?? -1);
    const before = await top();
    const box = (await menu.boundingBox()) ?? expect.unreachable('no menu');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 2 });
    if (way.scripts) await inside.locator('.message details').last().waitFor({ state: 'attached' });
    else await page.waitForURL(/\/messages\/\d+$/);
    const [{ count } = { count: -1 }] = await on.site.cast.sql<{ count: number }[]>`
      select count(*)::int from message_reactions r join chat_messages c on c.id = r.message_id
      where c.salon_id = ${salon}`;
    expect(count).toBe(0);
    if (way.scripts) expect(await top()).toBe(before);
  });
});

test('what was pressed stays where it is, and its menu opens below it', async () => {
  const { page } = await room(390, 760, 1);
  const menu = page.locator('#fil summary').last();
  const before = await menu.boundingBox();
  await menu.tap();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await menu.boundingBox();
  // Less than a pixel: what is drawn at parts of pixels is rounded differently as it is unfolded.
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
  const answer = await page.locator('#fil [data-repondre]').last().boundingBox();
  expect(answer?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0));
  expect(before?.height).toBeGreaterThanOrEqual(44);
});

test('what is told about the salon lies over the conversation and moves nothing', async () => {
  const { page } = await room(390, 760, 1);
  const field = () => page.locator('#texte').boundingBox();
  const before = await field();
  await page.getByText('Ce salon', { exact: true }).tap();
  await page.getByText('Partager', { exact: true }).tap();
  await page.locator('.partage').waitFor();
  expect(await field()).toEqual(before);
  const panel = await page.locator('.autour > div').boundingBox();
  expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(before?.y ?? 0);
});
