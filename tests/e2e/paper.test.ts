/** Issue 3, part 7: on paper a page is its text, in 14 points, with the addresses it speaks of and nothing to press. */
import { expect, test } from 'vitest';
import { href } from '~/urls';
import { journey, open, openRoom, talk, WITH_SCRIPTS } from '../support/journey';

const on = journey();
const PRESSED = '.tete nav, .outils, .pied, .chemin, form, .bouton, .actions, .evitement, iframe, .repli, .aube';

async function room() {
  const monique = await on.member('Monique');
  const { id: salon } = await on.site.cast.salon(monique, { name: 'Jardin au balcon' });
  // More than a screen holds: what is not cut off must be longer than what is seen.
  const evening = Array.from({ length: 30 }, (_, n) => [monique, `Message ${n + 1} de la soirée`] as const);
  await talk(on.site, salon, [
    ...evening,
    [monique, 'Tout est sur https://exemple.fr/jardin et nulle part ailleurs'],
    [monique, 'À demain'],
  ]);
  const page = await on.arrive(WITH_SCRIPTS, monique);
  await on.site.cast.sql`update profiles set theme = 'sombre', text_size = 4 where id = ${monique.id}`;
  await openRoom(page, WITH_SCRIPTS, salon);
  return { page, salon };
}

test.each(['room', 'page to read'])('a %s', async (kind) => {
  const { page, salon } = await room();
  if (kind === 'page to read') await open(page, href('privacy'));
  const path = kind === 'room' ? href('salon', { salon }) : href('privacy');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate((pressed) => {
    const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
    return {
      points: Math.round(Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 75) / 100,
      ink: style('main p').color,
      paper: style('body').backgroundColor,
      pressable: [...document.querySelectorAll<HTMLElement>(pressed)].filter((each) => each.checkVisibility()).length,
      words: document.body.innerText,
    };
  }, PRESSED);
  expect(seen).toMatchObject({ points: 14, ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)', pressable: 0 });
  expect(seen.words).toContain(`Adresse de cette page : ${on.site.origin}${path}`.replace(' :', '\u202f:'));
  if (kind === 'room') expect(seen.words).toContain('https://exemple.fr/jardin');
});

test('nothing of a conversation is cut off at the height of the screen', async () => {
  const { page } = await room();
  const isCut = () => page.evaluate(() => (document.querySelector('.fil-cadre')?.scrollTop ?? 0) !== 0);
  await page.locator('#fil .message').first().scrollIntoViewIfNeeded();
  expect(await isCut()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('.fil-cadre, .piece, main, body')].filter(
        (box) => box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== 'visible',
      ).length,
  );
  expect(cut).toBe(0);
});
