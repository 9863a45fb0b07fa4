/** Courses over HTTP: starting, going on, finishing, stopping; what is refused, and in which words (D53-D70, W05, C-17, C-19). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Course, Member } from '../support/cast';
import { known, wakeCourses } from '../support/courses';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, withoutTokens, words } from '../support/site';

const site = openSite();
let fatima: Member;
let asFatima: Visitor;
let asGerard: Visitor;
let course: Course;

const place = (numero: number, cours = course.slug) => href('lesson', { cours, numero });
const act = (
  name: 'lessonProgress' | 'finishLesson' | 'lessonNote',
  numero: number | string = 1,
  cours: string = course.slug,
) => href(name, { cours, numero });
const textOf = async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text()));
const progress = (member: Member) => site.cast.sql`
  select l.lesson_number as n, p.status, p.last_video_position as position, p.watch_time_seconds as seconds
  from user_lesson_progress p join lessons l on l.id = p.lesson_id
  where p.user_id = ${member.id} and l.course_id = ${course.id} order by l.lesson_number`;

beforeAll(async () => {
  fatima = await site.cast.member('Fatima');
  asFatima = await site.as(fatima);
  asGerard = await site.as(await site.cast.member('Gérard', { plan: 'freemium' }));
  course = await site.cast.course({
    title: 'Bouger un peu',
    lessons: [{ free: true, video: 900 }, {}, { after: 5 }],
  });
  await known(site, course.slug);
});

describe('starting (W05)', () => {
  test('leads to the first lesson, once; again it leads to where one is', async () => {
    const first = await asFatima.post(href('startCourse'), { cours: course.slug });
    expect([first.status, first.headers.get('location')]).toEqual([303, `${place(1)}?dit=cours-commence`]);
    await asFatima.post(act('finishLesson'), {});
    const again = await asFatima.post(href('startCourse'), { cours: course.slug });
    expect([again.status, again.headers.get('location')]).toEqual([303, place(2)]);
    expect(await site.cast.sql`select 1 from enrollments where user_id = ${fatima.id}`).toHaveLength(1);
  });

  test('of nothing is 404', async () => {
    for (const cours of ['rien', '', '../..', 'x'.repeat(5_000)])
      expect((await asFatima.post(href('startCourse'), { cours })).status).toBe(404);
    expect((await asFatima.post(href('startCourse'), {})).status).toBe(404);
  });

  test('of a course in which nothing is free is refused kindly to a free member (R23)', async () => {
    const paid = await site.cast.course({ lessons: [{}] });
    await known(site, paid.slug);
    const answer = await asGerard.post(href('startCourse'), { cours: paid.slug });
    expect(answer.headers.get('location')).toBe(href('course', { cours: paid.slug }, { dit: 'cours-premium' }));
    expect(await textOf(asGerard, answer.headers.get('location') ?? '')).toContain('font partie de Premium');
  });
});

describe('the lesson', () => {
  test('that is free is read signed out, in the page’s own frame', async () => {
    const text = await textOf(site.stranger(), place(1));
    expect(text).toContain(`marqueur-${course.lessons[0]}`);
    expect(text).toContain('Cette leçon est gratuite');
  });

  test('whose day has not come is 403, and says when it comes; nothing of it is there', async () => {
    const answer = await asFatima.get(place(3));
    expect(answer.status).toBe(403);
    const html = await answer.text();
    expect(words(mainOf(html))).toMatch(/Elle sera disponible le \S+ \d+(er)? \S+, à 6 h/);
    expect(html).not.toContain('marqueur-');
  });

  test('that is not paid for is 403, and says what is free', async () => {
    await asGerard.post(href('startCourse'), { cours: course.slug });
    const answer = await asGerard.get(place(2));
    expect(answer.status).toBe(403);
    const text = words(mainOf(await answer.text()));
    expect(text).toContain('Cette leçon fait partie de Premium');
    expect(text).toContain('La leçon 1 est gratuite');
  });

  test('that is not followed offers the beginning', async () => {
    const other = await site.as(await site.cast.member('Odile'));
    const answer = await other.get(place(2));
    expect([answer.status, words(mainOf(await answer.text()))]).toEqual([
      403,
      expect.stringContaining('Commencer ce cours'),
    ]);
  });

  test('that is closed leads a stranger to sign-in and back', async () => {
    const answer = await site.stranger().get(place(2));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, href('signIn', {}, { retour: place(2) })]);
  });

  test.each(['0', '4', '01', '-1', '1.0', '99999999999999999999', 'un', '1%00', '%C3'])(
    '%s is not there',
    async (numero) => {
      expect((await asFatima.get(`/cours/${course.slug}/lecons/${numero}`)).status).toBe(404);
    },
  );

  test('keeps what was read for a browser that only fetches ahead', async () => {
    const guest = await site.cast.member('Tania');
    const visitor = await site.as(guest);
    await visitor.get(place(1), { 'Sec-Purpose': 'prefetch' });
    await visitor.get(place(1));
    await expect.poll(() => progress(guest)).toMatchObject([{ n: 1, status: 'in_progress' }]);
  });
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

describe('finishing', () => {
  test('fifty times at once: one end, one certificate, one letter; and the page of the course says so', async () => {
    const short = await site.cast.course({ title: 'Très court', lessons: [{ free: true }] });
    await known(site, short.slug);
    const member = await site.cast.member('Jeanne');
    const visitor = await site.as(member);
    await visitor.post(href('startCourse'), { cours: short.slug });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => visitor.post(act('finishLesson', 1, short.slug), {})),
    );
    expect(answers.filter(({ status }) => status !== 303 && status !== 503)).toEqual([]);
    const toCourse = href('course', { cours: short.slug }, { dit: 'cours-fini-points' });
    expect(answers.filter(({ headers }) => headers.get('location') === toCourse)).toHaveLength(1);
    const [count] = await site.cast.sql`
      select
        (select count(*)::int from certificates where user_id = ${member.id}) as certificates,
        (select count(*)::int from outbox where user_id = ${member.id} and template = 'courseFinished') as letters,
        (select count(*)::int from user_progress_history where user_id = ${member.id} and kind = 'completed') as ends`;
    expect(count).toEqual({ certificates: 1, letters: 1, ends: 1 });
    expect(await textOf(visitor, toCourse)).toContain(
      'Vous avez terminé ce cours. Bravo ! 100 points de plus : cours terminé.',
    );
    expect(await textOf(visitor, href('myCourses'))).toMatch(/Cours terminés.*Très court.*Mes attestations/);
  });

  test('is taken back by « Recommencer » alone', async () => {
    await asFatima.post(act('finishLesson', 2), {});
    expect(await textOf(asFatima, place(2))).toContain('Vous avez terminé cette leçon');
    await asFatima.get(place(2));
    expect((await progress(fatima))[1]).toMatchObject({ n: 2, status: 'completed' });
    const answer = await asFatima.post(act('finishLesson', 2), { recommencer: 'on' });
    expect(answer.headers.get('location')).toBe(`${place(2)}?dit=lecon-recommencee`);
    expect((await progress(fatima))[1]).toMatchObject({ n: 2, status: 'in_progress' });
  });
});

describe('notes', () => {
  test('are mine, come back as text, and go when they are emptied', async () => {
    const note = '<script>alert(1)</script>\n« À revoir » & demain';
    const answer = await asFatima.post(act('lessonNote'), { note });
    expect(answer.headers.get('location')).toBe(`${place(1)}?dit=note-gardee#notes`);
    const html = await (await asFatima.get(place(1))).text();
    expect(filledIn(html, 'note')).toBe(note);
    expect(html).not.toContain('<script>alert');
    expect(await (await asGerard.get(place(1))).text()).not.toContain('À revoir');
    await asFatima.post(act('lessonNote'), { note: '  ' });
    expect(await site.cast.sql`select 1 from lesson_notes where user_id = ${fatima.id}`).toHaveLength(0);
  });

  test('too long or not storable come back with the reason', async () => {
    for (const note of ['x'.repeat(10_001), 'a\0b']) {
      const answer = await asFatima.post(act('lessonNote'), { note });
      expect(answer.status).toBe(422);
      expect(faultsShown(await answer.text()).fields).toHaveProperty('note');
    }
    expect((await asFatima.post(act('lessonNote'), {})).status).toBe(422);
    expect((await asFatima.post(act('lessonNote'), { note: 'x'.repeat(70_000) })).status).toBe(413);
  });
});

describe('pausing and leaving (C-19, D70)', () => {
  test('say so on the page, and lose nothing', async () => {
    const cours = course.slug;
    const page = href('course', { cours });
    expect((await asFatima.post(href('pauseCourse', { cours }), {})).headers.get('location')).toBe(
      `${page}?dit=cours-en-pause`,
    );
    expect(await textOf(asFatima, page)).toContain('Votre cours est en pause depuis');
    expect(await textOf(asFatima, place(3))).toContain('Votre cours est en pause');
    await asFatima.post(href('pauseCourse', { cours }), { reprendre: 'on' });
    expect(await textOf(asFatima, page)).not.toContain('en pause depuis');
    const before = await progress(fatima);
    const left = await asFatima.post(href('leaveCourse', { cours }), {});
    expect(left.headers.get('location')).toBe(href('myCourses', {}, { dit: 'cours-quitte' }));
    expect((await asFatima.get(place(2))).status).toBe(403);
    expect(await progress(fatima)).toEqual(before);
    expect(await textOf(asFatima, href('myCourses'))).toMatch(/Cours quittés.*Bouger un peu/);
    const back = await asFatima.post(href('startCourse'), { cours });
    expect(back.headers.get('location')).toContain('dit=cours-repris');
    expect(await progress(fatima)).toEqual(before);
  });

  test('what one does not follow is not there to be paused or left', async () => {
    const other = await site.as(await site.cast.member('Otto'));
    for (const cours of [course.slug, 'rien']) {
      for (const name of ['pauseCourse', 'leaveCourse'] as const)
        expect((await other.post(href(name, { cours }), {})).status).toBe(404);
      expect((await other.get(href('leaveCourse', { cours }))).status).toBe(404);
    }
  });
});

describe('addresses (D53, D57)', () => {
  test('an old one leads to the new one, a lesson’s too', async () => {
    const moved = await site.cast.course();
    await known(site, moved.slug);
    await site.cast.sql`update courses set slug = slug || '-bis' where id = ${moved.id}`;
    await wakeCourses(site);
    await known(site, `${moved.slug}-bis`);
    const answer = await site.stranger().get(href('course', { cours: moved.slug }));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      href('course', { cours: `${moved.slug}-bis` }),
    ]);
    const lesson = await site.stranger().get(place(1, moved.slug));
    expect([lesson.status, lesson.headers.get('location')]).toEqual([301, place(1, `${moved.slug}-bis`)]);
  });

  test('an unpublished course is 404 like one that is not there, except for authors', async () => {
    const draft = await site.cast.course({ published: false, lessons: [{ free: true }] });
    await site.cast.sql`update courses set slug = slug || '-bis' where id = ${draft.id}`;
    const slugs = [`${draft.slug}-bis`, draft.slug, 'rien-du-tout'];
    for (const path of [(cours: string) => href('course', { cours }), (cours: string) => place(1, cours)]) {
      for (const visitor of [site.stranger(), asFatima]) {
        const pages = await Promise.all(slugs.map(async (slug) => visitor.get(path(slug))));
        expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
        const [first, ...others] = await Promise.all(pages.map(async (page) => withoutTokens(await page.text())));
        for (const other of others) expect(other).toBe(first);
      }
    }
    const author = await site.as(await site.cast.member('Anne', { role: 'author', plan: 'freemium' }));
    expect((await author.get(href('course', { cours: slugs[0] ?? '' }))).status).toBe(200);
    expect(await textOf(author, place(1, slugs[0]))).toContain(`marqueur-${draft.lessons[0]}`);
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
