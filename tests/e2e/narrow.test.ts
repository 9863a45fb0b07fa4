/** The live frame fits, and one can talk on a small screen (C-12). Every page of the site: `accessibility.test.ts`. */
import { describe, expect, test } from 'vitest';
import { href } from '~/urls';
import {
  journey,
  ledTo,
  open,
  openRoom,
  pressButton,
  said,
  WAYS,
  WITH_SCRIPTS,
  WITHOUT_SCRIPTS,
} from '../support/journey';
import { talkPages } from '../support/known-talk';
import { sticksOut } from '../support/narrow';

const on = journey();
/** As the server sends it to who has chosen the largest letters; the smaller ones are tried on the same page. */
const LARGEST = { viewport: { width: 320, height: 640 } };

test('the live frame fits too', async () => {
  const [owner, member] = [await on.member('Monique Berger'), await on.member('Gérard Petit')];
  const { salon } = await talkPages(on.site, owner, member);
  await on.site.cast.sql`update profiles set text_size = 4`;
  const tab = await on.arrive(WITHOUT_SCRIPTS, owner, LARGEST);
  await tab.context().addCookies([{ name: 'aurora_confort', value: '4.', url: on.site.origin }]);
  await openRoom(tab, WITHOUT_SCRIPTS, salon);
  await said(tab, WITHOUT_SCRIPTS, 'Bonne nuit à tous').waitFor();
  const live = tab.mainFrame().childFrames()[0];
  if (!live) throw new Error('no live frame');
  expect(await live.locator('html').getAttribute('data-taille')).toBe('4');
  expect(await sticksOut(tab, live)).toEqual([]);
});

test('an address without a space breaks inside a table, and pushes nothing sideways', async () => {
  const admin = await on.site.cast.member('Adèle Roche', { role: 'admin' });
  const tab = await on.arrive(WITHOUT_SCRIPTS, admin, LARGEST);
  await open(tab, href('siteState'));
  await tab
    .locator('.tableau [scope=row]')
    .first()
    .evaluate((cell) => cell.append('GET /salons/:salon/membres/:membre/reglages/suppression'));
  expect(await sticksOut(tab)).toEqual([]);
});

describe.each(WAYS)('on a small screen, $name', (way) => {
  test.each([
    ['320 px', { width: 320, height: 640 }, 1],
    ['320 px with very large letters', { width: 320, height: 640 }, 4],
    ['400 %', { width: 320, height: 256 }, 1],
  ])('one can write, and read what one wrote: %s', async (_, viewport, size) => {
    const monique = await on.member('Monique');
    await on.site.cast.sql`update profiles set text_size = ${size} where id = ${monique.id}`;
    const { id: salon } = await on.site.cast.salon(monique);
    const page = await on.arrive(way, monique, { viewport });
    await openRoom(page, way, salon);
    await page.locator('#texte').fill('Écrit sur un petit écran');
    await pressButton(page, 'Envoyer');
    const message = said(page, way, 'Écrit sur un petit écran');
    await message.waitFor();
    await message.scrollIntoViewIfNeeded();
    await ledTo(page, href('salon', { salon }));
    const box = await message.locator('.texte').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
  });
});

test('these tests can see what they look for', async () => {
  const tab = await on.visit(WITH_SCRIPTS);
  await tab.setContent('<p style="font-size:18px"><b style="display:block;width:330px">Large</b></p>');
  expect(await sticksOut(tab)).toHaveLength(6);
  await tab.setContent('<details><summary>Plus</summary><b style="display:block;width:330px">Large</b></details>');
  expect((await sticksOut(tab)).map((fault) => fault.split(':')[0])).toEqual([
    '320 px, size 4, unfolded',
    '320 px, size 1, unfolded',
    '400 %, size 1, unfolded',
  ]);
});
