/** The stream is read by the browser's own `EventSource`, which is not what our script uses, over a cut (C-05). */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { href } from '~/urls';
import { eventually, journey, open, talk, WITH_SCRIPTS } from '../../support/journey';
import { startServer } from '../../support/server';

type Heard = { readonly id: string; readonly element: string; readonly words: string };
type Follower = { heard: Heard[]; others: string[]; opened: number };
declare global {
  interface Window {
    follower: Follower;
  }
}

const on = journey();

/** On a page of the site's own origin without the site's script: nobody else listens there. */
async function follow(page: Page, salon: string): Promise<void> {
  await open(page, '/sante/vivant');
  await page.evaluate(
    (url) => {
      const follower: Follower = { heard: [], others: [], opened: 0 };
      window.follower = follower;
      const source = new EventSource(url);
      source.addEventListener('open', () => {
        follower.opened += 1;
      });
      source.addEventListener('message', (event) => {
        const template = document.createElement('template');
        template.innerHTML = event.data;
        const item = template.content.firstElementChild;
        const words = item?.querySelector('.texte')?.textContent ?? '';
        follower.heard.push({ id: event.lastEventId, element: item?.id ?? '', words });
      });
      for (const kind of ['reset', 'fin', 'presence']) source.addEventListener(kind, () => follower.others.push(kind));
    },
    `${href('salonStream', { salon })}?depuis=0`,
  );
}

test('every message is heard once, in order, before, during and after a cut', async () => {
  const [monique, gerard] = [await on.member('Monique'), await on.member('Gérard')];
  const { id: salon } = await on.site.cast.salon(monique);
  await on.site.cast.join(gerard, salon);
  const page = await on.arrive(WITH_SCRIPTS, monique, { bypassCSP: true });
  const heard = () => page.evaluate(() => window.follower.heard);
  const words = async () => (await heard()).map((each) => each.words);

  await talk(on.site, salon, [
    [gerard, 'un'],
    [gerard, 'deux'],
  ]);
  await follow(page, salon);
  await eventually(words).toEqual(['un', 'deux']);
  const [third] = await talk(on.site, salon, [[gerard, 'trois']]);
  await eventually(words).toEqual(['un', 'deux', 'trois']);

  const { site } = on;
  await site.server.kill();
  await talk(site, salon, [
    [gerard, 'quatre'],
    [gerard, 'cinq'],
  ]);
  site.server = await startServer({ DATABASE_URL: site.url, PORT: new URL(site.origin).port });
  await eventually(words).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq']);
  await talk(site, salon, [[gerard, 'six']]);
  await eventually(words).toEqual(['un', 'deux', 'trois', 'quatre', 'cinq', 'six']);
  expect((await heard()).map((each) => Number(each.id))).toEqual([1, 2, 3, 4, 5, 6]);

  await site.cast.sql`update chat_messages set content = 'trois, corrigé' where id = ${third ?? 0}`;
  await eventually(async () => (await heard()).at(-1)).toEqual({
    id: '7',
    element: `message-${third}`,
    words: 'trois, corrigé',
  });
  const { opened, others } = await page.evaluate(() => window.follower);
  expect(opened).toBeGreaterThanOrEqual(2);
  expect(others).not.toContain('reset');
  expect(others).not.toContain('fin');
});
