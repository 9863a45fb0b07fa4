/** Beginning a course, watching, stopping, going on elsewhere, finishing: with scripts and without (D64-D70, C-17, C-18). */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileAnswer } from '~/file-answer';
import { href } from '~/urls';
import type { Course, Member } from '../../support/cast';
import { known } from '../../support/courses';
import { eventually, followLink, journey, ledTo, open, pressButton, WAYS, WITH_SCRIPTS } from '../../support/journey';

const on = journey();
/** Grey, silent, two minutes long. */
const FILM = fileURLToPath(new URL('../../support/films/two-minutes.webm', import.meta.url));
let course: Course;

beforeAll(async () => {
  course = await on.site.cast.course({
    title: 'Bouger un peu',
    lessons: [{ free: true, video: 120 }, { free: true }],
  });
  await on.site.cast
    .sql`update lesson_contents set transcript = 'Ce que dit la voix.' where lesson_id = ${course.lessons[0] ?? ''}`;
  await known(on.site, course.slug);
});

const lesson = (numero: number) => href('lesson', { cours: course.slug, numero });
/** The site has no film of this course: the test gives it, in pieces, as the site would. */
async function withFilm(page: Page): Promise<Page> {
  await page.route('**/video/webm', async (route) => {
    const asked = new Request(route.request().url(), { headers: await route.request().allHeaders() });
    const answer = await fileAnswer(asked, FILM, 'video/webm');
    if (!answer) throw new Error('no film');
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
  });
  return page;
}
const placeOf = async ({ id }: Member) => {
  const [row] = await on.site.cast.sql`
    select last_video_position as place, watch_time_seconds as seconds, status
    from user_lesson_progress where user_id = ${id} and lesson_id = ${course.lessons[0] ?? ''}`;
  return row ?? {};
};
const time = (page: Page) => page.locator('video').evaluate((film) => (film as HTMLVideoElement).currentTime);
const watchFrom = (page: Page, seconds: number) =>
  page.locator('video').evaluate(async (element, from) => {
    const film = element as HTMLVideoElement;
    film.muted = true;
    film.currentTime = from;
    await film.play();
  }, seconds);

describe.each(WAYS)('a course $name', (way) => {
  test('is begun from the catalogue, read, finished, and found again in « Mon parcours »', async () => {
    const fatima = await on.member('Fatima');
    const page = await withFilm(await on.arrive(way, fatima));
    await open(page, '/');
    await page.locator('.barre').getByRole('link', { name: 'Cours' }).click();
    await ledTo(page, '/cours');
    await followLink(page, 'Bouger un peu');
    await pressButton(page, 'Commencer ce cours');
    await ledTo(page, lesson(1));
    await page.getByText('Le film en texte').click();
    await page.getByText('Ce que dit la voix.').waitFor();
    await pressButton(page, 'J’ai terminé cette leçon');
    await page.getByText('Leçon terminée').first().waitFor();
    await page
      .getByRole('link', { name: /leçon 2/i })
      .first()
      .click();
    await ledTo(page, lesson(2));
    await page.getByLabel('Ce que je veux retenir').fill('Un pas après l’autre.');
    await pressButton(page, 'Garder mes notes');
    await page.getByText('Vos notes sont gardées.').waitFor();
    expect(await page.getByLabel('Ce que je veux retenir').inputValue()).toBe('Un pas après l’autre.');
    await pressButton(page, 'J’ai terminé cette leçon');
    await page.getByText('Vous avez terminé ce cours. Bravo').waitFor();
    await open(page, '/parcours');
    expect(await page.locator('main').innerText()).toMatch(/Cours terminés\s+Bouger un peu[\s\S]*Mes attestations/);
    await open(page, lesson(2));
    await pressButton(page, 'Recommencer cette leçon');
    await page.getByText('Vous recommencez cette leçon.').waitFor();
    await page.getByRole('button', { name: 'J’ai terminé cette leçon' }).waitFor();
  });

  test('is put on a pause, taken up, left and taken up again', async () => {
    const odile = await on.member('Odile');
    const page = await on.arrive(way, odile);
    await open(page, href('course', { cours: course.slug }));
    await pressButton(page, 'Commencer ce cours');
    await ledTo(page, lesson(1));
    await open(page, href('course', { cours: course.slug }));
    await pressButton(page, 'Mettre en pause (maladie, voyage)');
    await page.getByText('Votre cours est en pause depuis').waitFor();
    await pressButton(page, 'Reprendre le cours');
    await page.getByRole('link', { name: 'Quitter ce cours' }).click();
    await pressButton(page, 'Quitter ce cours');
    await page.getByText('Cours quittés').waitFor();
    await pressButton(page, 'Reprendre le cours Bouger un peu');
    await ledTo(page, lesson(1));
  });
});

test('on a telephone « Lire le film » covers nothing of the picture, and fills the screen, so that drawn words are large', async () => {
  const page = await withFilm(
    await on.arrive(WITH_SCRIPTS, await on.member('Gérard'), { viewport: { width: 320, height: 640 } }),
  );
  await open(page, lesson(1));
  const button = page.getByRole('button', { name: 'Lire le film' });
  const [over, picture] = [await button.boundingBox(), await page.locator('video').boundingBox()];
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(picture?.y ?? 0);
  expect(over?.height).toBeGreaterThanOrEqual(48);
  // The film is written words: captions would say the same over them (found 1, 10).
  expect(await page.locator('track').evaluate((track) => (track as HTMLTrackElement).track.mode)).toBe('disabled');
  await button.click();
  await eventually(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('VIDEO');
  await eventually(() => time(page)).toBeGreaterThan(0);
});

describe('where one stopped in a video (C-18, D66)', () => {
  test('is kept at a pause and as the page goes, and offered on another device', async () => {
    const fatima = await on.member('Fatima');
    const tablet = await withFilm(await on.arrive(WITH_SCRIPTS, fatima));
    await open(tablet, lesson(1));
    await watchFrom(tablet, 40);
    await eventually(() => time(tablet)).toBeGreaterThan(41);
    await tablet.locator('video').evaluate((film) => (film as HTMLVideoElement).pause());
    await eventually(async () => (await placeOf(fatima)).place).toBeGreaterThanOrEqual(41);
    expect((await placeOf(fatima)).seconds).toBeLessThan(16);

    await watchFrom(tablet, 70);
    await eventually(() => time(tablet)).toBeGreaterThan(71);
    await tablet.goto(href('courses'));
    await eventually(async () => (await placeOf(fatima)).place).toBeGreaterThanOrEqual(71);

    const phone = await withFilm(await on.arrive(WITH_SCRIPTS, fatima, { viewport: { width: 380, height: 700 } }));
    await open(phone, lesson(1));
    expect(await time(phone)).toBe(0);
    await phone.getByRole('link', { name: /Reprendre le film à 1 minute 1\d/ }).click();
    await phone.waitForURL(/place=7/);
    const kept = Number((await placeOf(fatima)).place);
    await eventually(async () => Math.abs((await time(phone)) - kept)).toBeLessThan(5);
    await phone.getByLabel('Vitesse').selectOption({ label: 'Plus vive' });
    expect(await phone.locator('video').evaluate((film) => (film as HTMLVideoElement).playbackRate)).toBe(1.25);
  });

  test('is marked by hand without scripts, and the page starts the film there', async () => {
    const fatima = await on.member('Fatima');
    const page = await withFilm(await on.arrive(WAYS[1], fatima));
    await open(page, lesson(1));
    await page.getByText('Marquer ma place').click();
    await page.getByLabel('Minutes').fill('un');
    await pressButton(page, 'Garder ma place');
    await page.getByText('Écrivez les minutes en chiffres').first().waitFor();
    await page.getByLabel('Minutes').fill('1');
    await page.getByLabel('Secondes').fill('15');
    await pressButton(page, 'Garder ma place');
    await page.getByText('Votre place est gardée.').waitFor();
    expect(await placeOf(fatima)).toEqual({ place: 75, seconds: 0, status: 'in_progress' });
    await page.getByRole('link', { name: 'Reprendre le film à 1 minute 15' }).click();
    await page.waitForURL(/place=75/);
    expect(await page.locator('source').first().getAttribute('src')).toMatch(/\/video\/webm#t=75$/);
  });
});

test('a lesson prints in large letters, without what can be pressed, with a way back to its place (U09)', async () => {
  const page = await on.arrive(WITH_SCRIPTS, await on.member('Fatima'));
  await open(page, lesson(2));
  await page.getByLabel('Ce que je veux retenir').fill('Un pas après l’autre.');
  await pressButton(page, 'Garder mes notes');
  await page.getByText('Vos notes sont gardées.').waitFor();
  await open(page, lesson(2));
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('main');
  expect(
    await main.locator('button:visible, input:visible, textarea:visible, video:visible, nav:visible').count(),
  ).toBe(0);
  expect(await main.innerText()).toContain(on.site.origin + lesson(2));
  expect(await main.innerText()).toContain('Un pas après l’autre.');
  expect(await page.locator('.retour-papier svg').isVisible()).toBe(true);
  const size = await page
    .locator('.texte-cours p')
    .first()
    .evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
  expect(size).toBeGreaterThanOrEqual(18.6);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  expect(pages).toBe(1);
});
