/** Found in use, part 1, lines 1, 4, 8 and 15: how much of the room is words, and that nothing moves under the finger. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { eventually, journey, openRoom, talk, WAYS, WITH_SCRIPTS, WITHOUT_SCRIPTS } from '../support/journey';

/** A site to try things out says so above its rooms too: they are lower by a line. */
const on = journey({ ENVIRONMENT: 'development' });
const TOUCH = { hasTouch: true, isMobile: true };

async function room(width: number, height: number, size: number, way = WITH_SCRIPTS, count = 20) {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const { id: salon } = await on.site.cast.salon(monique, { name: 'Jardin au balcon' });
  await on.site.cast.join(gerard, salon);
  await talk(
    on.site,
    salon,
    Array.from(
      { length: count },
      (_, n) => [gerard, `Les tomates ${n + 1} sont sorties, il faudra bien les arroser ce soir.`] as const,
    ),
  );
  await on.site.cast.sql`update salon_members set last_seen_seq = ${count} where salon_id = ${salon}`;
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

test.each([
  [390, 760, 4],
  [320, 568, 1],
  [320, 568, 4],
])('without scripts at %i × %i in size %i as well', async (width, height, size) => {
  const { page } = await room(width, height, size, WITHOUT_SCRIPTS);
  const frame = page.frames()[1] ?? expect.unreachable('no live frame');
  await frame.locator('.ici').first().waitFor({ state: 'attached' });
  await eventually(() => frame.evaluate(wholeBelow)).toBeGreaterThanOrEqual(1);
  const { send, beyond } = await seen(page);
  expect(send).toBeLessThanOrEqual(height);
  expect(beyond).toBe(0);
});

/** Messages of the live frame that are whole, and not below the line of who is here. */
function wholeBelow(): number {
  const line = [...document.querySelectorAll('.ici')].at(-1)?.getBoundingClientRect().bottom ?? 0;
  const boxes = [...document.querySelectorAll('#fil > .message')].map((each) => each.getBoundingClientRect());
  return boxes.filter(({ top, bottom }) => top >= line - 1 && bottom <= innerHeight + 1).length;
}

test('who has just come is told so and greeted in large letters above the conversation, and has the field in view', async () => {
  const { page, salon } = await room(320, 568, 4, WITHOUT_SCRIPTS);
  // The greeting is for a newcomer who does not keep the salon (D40).
  await on.site.cast.sql`
    update salon_members
    set role = case when role = 'owner' then 'member' else 'moderator' end, joined_at = now()
    where salon_id = ${salon}`;
  await openRoom(page, WITHOUT_SCRIPTS, salon, '?dit=rejoint');
  await page.getByText('Bienvenue, Monique.').waitFor();
  await page.getByText('Vous êtes maintenant membre').waitFor();
  const { send, beyond } = await seen(page);
  expect(send).toBeLessThanOrEqual(568);
  expect(beyond).toBe(0);
});

test.each([1, 4])('in size %i an answer leaves what it answers and the field in view', async (size) => {
  const { page, salon } = await room(320, 568, size);
  await on.site.cast.sql`update salons set city = 'Nantes' where id = ${salon}`;
  await page.reload({ waitUntil: 'domcontentloaded' });
  const last = page.locator('#fil > .message').last();
  await last.locator('.actions').tap();
  const reply = last.locator('[data-repondre]');
  await reply.evaluate((link) => Promise.all(link.parentElement?.getAnimations().map((each) => each.finished) ?? []));
  await reply.tap();
  await page.locator('#reponse').waitFor();
  const { send, beyond } = await seen(page);
  expect(send).toBeLessThanOrEqual(568);
  expect(beyond).toBe(0);
  expect((await page.locator('#reponse').boundingBox())?.height).toBeLessThan(568 / 4);
});

/** Whether the first of these buttons in sight takes a tap: as it appears, and half a second later. */
function takesTaps(which: string): readonly boolean[] {
  const buttons = [...document.querySelectorAll<HTMLElement>(which)];
  const button = buttons.find((each) => each.offsetParent) ?? document.body;
  button.scrollIntoView({ block: 'center' });
  const around = [button, button.closest('form'), button.closest('div')].filter((each) => each !== null);
  for (const each of around) each.style.animation = 'none';
  const { left, top, width, height } = button.getBoundingClientRect();
  for (const each of around) each.style.animation = '';
  const takes = () => document.elementFromPoint(left + width / 2, top + height / 2)?.closest(which) === button;
  const asItAppears = takes();
  for (const each of around.flatMap((part) => part.getAnimations())) each.finish();
  return [asItAppears, takes()];
}

describe.each(WAYS)('$name', (way) => {
  async function menuOfLast(width: number) {
    const { page } = await room(width, 760, 1, way);
    const menu = (way.scripts ? page : page.frameLocator('iframe')).locator('.message .actions').last();
    await menu.waitFor();
    /** It has been answered: the menu is open, or the page of the message is there. */
    const opened = () =>
      way.scripts
        ? page.locator('.message details[open]').last().waitFor()
        : page.waitForURL(/\/messages\/\d+$/, { waitUntil: 'domcontentloaded' });
    return { page, menu, opened };
  }

  test.each([390, 1280])('at %i px a second tap on « Répondre » gives no reaction', async (width) => {
    const { page, menu, opened } = await menuOfLast(width);
    const reactions: string[] = [];
    page.on('request', (asked) => /reactions/.test(asked.url()) && reactions.push(asked.url()));
    const box = (await menu.boundingBox()) ?? expect.unreachable('no menu');
    const press = () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await press();
    await opened();
    if (way.scripts) expect(Math.abs(((await menu.boundingBox())?.y ?? 0) - box.y)).toBeLessThan(1);
    await press();
    await page.waitForTimeout(100);
    expect(reactions).toEqual([]);
  });

  test('a reaction that has just appeared takes no tap for half a second, nor does what deletes', async () => {
    const { page, menu, opened } = await menuOfLast(390);
    await menu.click();
    await opened();
    expect(await page.evaluate(takesTaps, '[name=emoji]')).toEqual([false, true]);
    if (way.scripts) return;
    await page.goto(`${page.url()}/supprimer`, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(takesTaps, '.danger')).toEqual([false, true]);
  });
});

test.each([
  [390, 760, 1, 20],
  [320, 568, 4, 20],
  [390, 760, 1, 3],
  [390, 760, 1, 6],
])(
  'at %i × %i in size %i, after %i messages, what was pressed stays where it is, and its menu opens below it',
  async (width, height, size, count) => {
    const { page } = await room(width, height, size, WITH_SCRIPTS, count);
    const menu = page.locator('#fil summary').last();
    const before = await menu.boundingBox();
    await menu.tap();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const after = await menu.boundingBox();
    // Less than a pixel: what is drawn at parts of pixels is rounded differently as it is unfolded.
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
    const answer = await page.locator('#fil [data-repondre]').last().boundingBox();
    expect((answer?.y ?? 0) + 1).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0));
    expect(before?.height).toBeGreaterThanOrEqual(44);
  },
);

/** Boxes of words, not of their elements: what can be read lies over nothing else that can. */
const overlapping = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    };
    return [...document.querySelectorAll('#fil .bulle')].flatMap((bubble) => {
      const press = bubble.querySelector('.actions');
      if (!press) return [];
      // Its words may be the sheet's: the line in its middle, without the space around it.
      const whole = press.getBoundingClientRect();
      const [space, half] = [
        parseFloat(getComputedStyle(press).paddingLeft),
        parseFloat(getComputedStyle(press).fontSize) / 2,
      ];
      const middle = whole.top + whole.height / 2;
      const button = new DOMRect(whole.left + space, middle - half, whole.width - 2 * space, 2 * half);
      return [...bubble.querySelectorAll('.qui b, .qui time, .texte')]
        .filter((words) => {
          const box = boxOf(words);
          return (
            Math.min(box.right, button.right) > Math.max(box.left, button.left) + 1 &&
            Math.min(box.bottom, button.bottom) > Math.max(box.top, button.top) + 1
          );
        })
        .map((words) => words.textContent);
    });
  });

test.each([
  [390, 844, 1],
  [320, 568, 1],
  [390, 844, 4],
  [320, 568, 4],
])('at %i × %i in size %i no name or time lies under what can be pressed', async (width, height, size) => {
  const { page, salon } = await room(width, height, size);
  const mohamed = await on.member('Mohamed Saïdi de Rochebrune');
  await on.site.cast.join(mohamed, salon);
  const [monique] = await on.site.cast.sql<{ id: string }[]>`
    select user_id as id from salon_members where salon_id = ${salon} and role = 'owner'`;
  for (const id of [mohamed.id, monique?.id ?? '']) {
    await on.site.cast
      .sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${id}, 'Bien repris.')`;
  }
  await page.reload();
  await page.locator('#fil .message', { hasText: 'Bien repris.' }).nth(1).waitFor();
  expect(await overlapping(page)).toEqual([]);
});

test('in large letters a long draft leaves the button in view, and the head is one line', async () => {
  const { page } = await room(320, 568, 4);
  await page.locator('.ecrire textarea').fill('Le basilic a bien repris. '.repeat(8));
  const { send, beyond } = await seen(page);
  expect(send).toBeLessThanOrEqual(568);
  expect(beyond).toBe(0);
  const [back, menu] = [page.locator('.retour'), page.locator('.outils summary').last()];
  const middle = async (part: typeof back) => ((box) => (box ? box.y + box.height / 2 : 0))(await part.boundingBox());
  expect(Math.abs((await middle(back)) - (await middle(menu)))).toBeLessThan(8);
});

test('the field of a correction has the caret above the bar, in the largest letters too', async () => {
  const { page, salon } = await room(320, 568, 4);
  const [made] = await on.site.cast.sql<{ id: number }[]>`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon}, user_id, 'Le basilik' from salon_members where salon_id = ${salon} and role = 'owner' returning id::int`;
  await page.goto(href('message', { salon, message: made?.id ?? 0 }));
  const field = page.locator('main textarea');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  const bar = await page.locator('.barre').boundingBox();
  await eventually(async () => ((await field.boundingBox())?.y ?? 1e6) + 60).toBeLessThan(bar?.y ?? 0);
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
