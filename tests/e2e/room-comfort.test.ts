/** Issue 3, part 5: the room under a telephone's keyboard, and at the end of a long evening. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { eventually, journey, ledTo, openRoom, say, talk, WITH_SCRIPTS, WITHOUT_SCRIPTS } from '../support/journey';

const on = journey();
const PHONE = { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true };
/** What a keyboard leaves of it. */
const LEFT = 330;

async function evening(count: number, how = {}, way = WITH_SCRIPTS) {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const { id: salon } = await on.site.cast.salon(monique);
  await on.site.cast.join(gerard, salon);
  const lines = Array.from(
    { length: count },
    (_, n) => [gerard, `Message ${n + 1}, assez long pour deux lignes.`] as const,
  );
  await talk(on.site, salon, lines);
  await on.site.cast.sql`update salon_members set last_seen_seq = ${count} where salon_id = ${salon}`;
  const page = await on.arrive(way, monique, how);
  await openRoom(page, way, salon);
  return { page, salon, gerard };
}

/** The field, its button and the newest message, each with the edges it must not cross. */
const places = (page: Page) =>
  page.evaluate(() => {
    const edges = (selector: string) => {
      const box = [...document.querySelectorAll(selector)].at(-1)?.getBoundingClientRect();
      return { top: Math.round(box?.top ?? -1), bottom: Math.round(box?.bottom ?? 1e6) };
    };
    return {
      field: edges('#texte'),
      button: edges('.ecrire .principal'),
      newest: edges('#fil .texte'),
      scrolled: scrollY,
    };
  });

async function seesBoth(page: Page, height: number) {
  await eventually(async () => (await places(page)).button.bottom).toBeLessThanOrEqual(height);
  const { field, newest, scrolled } = await places(page);
  expect(scrolled).toBe(0);
  expect(newest.bottom).toBeGreaterThan(0);
  expect(newest.bottom).toBeLessThanOrEqual(field.top);
}

describe('with the keyboard open', () => {
  test('a telephone that makes its window lower shows the newest message and the field', async () => {
    const { page } = await evening(30, PHONE);
    await seesBoth(page, 760);
    await page.locator('#texte').tap();
    await page.setViewportSize({ width: 390, height: LEFT });
    await seesBoth(page, LEFT);
    await say(page, WITH_SCRIPTS, 'Écrit sous le pouce');
    await seesBoth(page, LEFT);
    await page.setViewportSize(PHONE.viewport);
    await page.locator('#texte').blur();
    await seesBoth(page, 760);
  });

  test('a telephone that lays it over the page does too', async () => {
    const { page } = await evening(30, PHONE);
    await page.locator('#texte').tap();
    const open = (height: number) =>
      page.evaluate((left) => {
        Object.defineProperty(visualViewport, 'height', { value: left, configurable: true });
        visualViewport?.dispatchEvent(new Event('resize'));
      }, height);
    await open(LEFT);
    await seesBoth(page, LEFT);
    await open(760);
    await seesBoth(page, 760);
    expect(await page.locator('.tete').isVisible()).toBe(true);
  });
});

describe('without scripts, on the smallest telephone', () => {
  const SMALL = { viewport: { width: 320, height: 568 } };

  test.each([1, 4])('nothing lies over anything in letters of size %i', async (size) => {
    const { page } = await evening(10, SMALL, WITHOUT_SCRIPTS);
    await page.context().addCookies([{ name: 'aurora_confort', value: `${size}.clair`, url: on.site.origin }]);
    await on.site.cast.sql`update profiles set text_size = ${size}`;
    await page.reload({ waitUntil: 'domcontentloaded' });
    await eventually(() => page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex');
    const order = ['.piece-tete', '.outils-fil', '.direct', '.ecrire'];
    const edges = await page.evaluate(
      (parts) =>
        parts.map((part) => {
          const box = document.querySelector(part);
          const { top = -1, height = -1 } = box?.getBoundingClientRect() ?? {};
          return { part, top, bottom: top + Math.max(height, box?.scrollHeight ?? 0) };
        }),
      order,
    );
    const covered = edges.filter(({ bottom }, at) => bottom > (edges[at + 1]?.top ?? 1e6) + 1);
    expect(covered).toEqual([]);
  });

  test('a refused message comes back in its room, with the fault in view', async () => {
    const { page, salon } = await evening(50, SMALL, WITHOUT_SCRIPTS);
    await page.fill('#texte', '   ');
    await page.click('.ecrire .principal');
    await ledTo(page, `/salons/${salon}/messages`);
    expect(await page.locator('body').getAttribute('class')).toBe('salle');
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * SMALL.viewport.height);
  });
});

test('after two hundred messages a new one costs the page no more than it did', async () => {
  const { page, salon, gerard } = await evening(50);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
  };
  const his = await on.site.as(gerard);
  const post = async (from: number, count: number) => {
    const before = await busy();
    for (let n = from; n < from + count; n += 1)
      await his.post(`/salons/${salon}/messages`, { texte: `Le soir, ${n}` });
    await page.getByText(`Le soir, ${from + count - 1}`, { exact: true }).waitFor({ state: 'attached' });
    return ((await busy()) - before) / count;
  };
  const first = await post(1, 15);
  await talk(
    on.site,
    salon,
    Array.from({ length: 150 }, (_, n) => [gerard, `Entre-temps, ${n}`] as const),
  );
  await post(16, 1);
  await eventually(() => page.locator('#fil .message').count()).toBeGreaterThanOrEqual(200);
  // The least of three: the renderer's clock runs on while others have the processor.
  const late = Math.min(await post(17, 5), await post(22, 5), await post(27, 5));
  // Seconds of the page's own work a message; an old tablet is some ten times slower than any machine that tests.
  expect(late).toBeLessThan(Math.max(0.02, first * 4));
});
