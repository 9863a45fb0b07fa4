/** Courses over HTTP: starting, going on, finishing, stopping; what is refused, and in which words (D53-D70, W05, C-17, C-19). */
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import type { Course, Member } from '../support/cast';
import { known, lessonsOf, wakeCourses } from '../support/courses';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, withoutTokens, words } from '../support/site';

const site = openSite();
let fatima: Member;
let asFatima: Visitor;
let asGerard: Visitor;
let course: Course;
const { place, act, progress, textOf } = lessonsOf(site, () => course);

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
