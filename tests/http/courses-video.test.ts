/** The film of a lesson: the place in it, and what is asked of another site (C-18, D67). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Course, Member } from '../support/cast';
import { known, lessonsOf, wakeCourses } from '../support/courses';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, openSite, words } from '../support/site';

const site = openSite();
let fatima: Member;
let asFatima: Visitor;
let course: Course;
const { place, act, progress, textOf } = lessonsOf(site, () => course);

beforeAll(async () => {
  fatima = await site.cast.member('Fatima');
  asFatima = await site.as(fatima);
  course = await site.cast.course({ lessons: [{ free: true, video: 900 }, {}, { after: 5 }] });
  await known(site, course.slug);
  await asFatima.post(href('startCourse'), { cours: course.slug });
});

describe('the place in the video (C-18)', () => {
  test('is kept for the script with 204, and for the form with 303 to a page that offers it', async () => {
    const script = await asFatima.post(
      act('lessonProgress'),
      { position: '760', secondes: '9' },
      { 'X-Aurora': 'fragment' },
    );
    expect(script.status).toBe(204);
    const beacon = await asFatima.post(act('lessonProgress'), { position: '761', secondes: '10', balise: 'on' });
    expect(beacon.status).toBe(204);
    const form = await asFatima.post(act('lessonProgress'), { place_minutes: '12', place_secondes: '40' });
    expect([form.status, form.headers.get('location')]).toEqual([303, `${place(1)}?dit=place-gardee#video`]);
    expect((await progress(fatima))[0]).toMatchObject({ n: 1, position: 760, seconds: 10 });
    expect(await textOf(asFatima, place(1))).toContain('Reprendre le film à 12 minutes 40');
    expect(await (await asFatima.get(`${place(1)}?place=760`)).text()).toContain('/video/webm#t=760"');
  });

  test.each([
    { position: '-5', secondes: '1' },
    { position: 'NaN', secondes: '1' },
    { position: '9223372036854775808', secondes: '1' },
    { position: '10', secondes: '-5' },
    { position: '10', secondes: '9223372036854775808' },
    { position: '' },
    {},
  ])('%j is refused, and changes nothing', async (form) => {
    const before = await progress(fatima);
    for (const headers of [{}, { 'X-Aurora': 'fragment' }] as Record<string, string>[])
      expect((await asFatima.post(act('lessonProgress'), form as Record<string, string>, headers)).status).toBe(422);
    expect(await progress(fatima)).toEqual(before);
  });

  test('a wrong minute comes back in its form, as it was typed', async () => {
    const answer = await asFatima.post(act('lessonProgress'), { place_minutes: 'douze', place_secondes: '75' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(Object.keys(faultsShown(html).fields)).toEqual(['place_minutes', 'place_secondes']);
    expect(filledIn(html, 'place_minutes')).toBe('douze');
  });

  test('1000 seconds of a film of 900 are its end', async () => {
    await asFatima.post(act('lessonProgress'), { position: '1000', secondes: '0' });
    expect((await progress(fatima))[0]).toMatchObject({ position: 900 });
  });

  test('of a lesson that is closed, not followed, unpublished or not there is refused', async () => {
    const other = await site.cast.member('Otto');
    const asOther = await site.as(other);
    const draft = await site.cast.course({ published: false, lessons: [{ free: true }] });
    const form = { position: '5', secondes: '5' };
    expect((await asOther.post(act('lessonProgress', 2), form)).status).toBe(403);
    expect((await asOther.post(act('finishLesson', 2), {})).status).toBe(403);
    expect((await asFatima.post(act('finishLesson', 3), {})).status).toBe(403);
    expect((await asOther.post(act('lessonNote', 2), { note: 'x' })).status).toBe(403);
    for (const [numero, cours] of [
      [9, course.slug],
      [1, draft.slug],
      [1, 'rien'],
    ] as const)
      expect((await asOther.post(act('lessonProgress', numero, cours), form)).status).toBe(404);
    expect(await progress(other)).toEqual([]);
  });

  test('a lesson that goes while it is watched is 404 for its beacon, and its progress stays', async () => {
    const going = await site.cast.course({ lessons: [{ free: true, video: 60 }, { free: true }] });
    await known(site, going.slug);
    await asFatima.post(act('lessonProgress', 1, going.slug), { position: '30', secondes: '5' });
    await site.cast.sql`
      update lessons set retired_at = now(), lesson_number = null where id = ${going.lessons[0] ?? ''}`;
    const beacon = { position: '40', secondes: '9', balise: 'on' };
    expect([403, 404]).toContain((await asFatima.post(act('lessonProgress', 1, going.slug), beacon)).status);
    await wakeCourses(site);
    await expect.poll(async () => (await asFatima.post(act('lessonProgress', 1, going.slug), beacon)).status).toBe(404);
    const [kept] = await site.cast.sql`
      select last_video_position from user_lesson_progress where lesson_id = ${going.lessons[0] ?? ''}`;
    expect(kept).toEqual({ last_video_position: 30 });
  });

  test('must come from our own pages, a beacon too', async () => {
    const form = { position: '5', secondes: '5', balise: 'on' };
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://ailleurs.fr' }] as Record<
      string,
      string
    >[])
      expect((await asFatima.post(act('lessonProgress'), form, headers)).status).toBe(403);
  });
});

test('another site’s video is asked for by a click alone, and only that answer lets it in', async () => {
  const external = await site.cast.course({ lessons: [{ free: true }] });
  await site.cast.sql`
    update lesson_contents set video_url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'
    where lesson_id = ${external.lessons[0] ?? ''}`;
  await known(site, external.slug);
  const before = await site.stranger().get(place(1, external.slug));
  const html = await before.text();
  expect(words(html)).toContain('YouTube (Google) verra votre visite');
  expect(html).not.toMatch(/<iframe|youtube-nocookie/);
  expect(before.headers.get('content-security-policy')).toContain("frame-src 'self';");
  const after = await site.stranger().get(`${place(1, external.slug)}?video=ouvrir`);
  expect(await after.text()).toContain(
    '<iframe class="cadre-video" src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  );
  expect(after.headers.get('content-security-policy')).toContain("frame-src 'self' https://www.youtube-nocookie.com;");
  const own = await site.stranger().get(`${place(1)}?video=ouvrir`);
  expect(own.headers.get('content-security-policy')).toContain("frame-src 'self';");
});
