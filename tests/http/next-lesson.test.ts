/** « What is next for me » has one answer: pages and the letter name the same lesson (issue 11 B, W05). */
import { expect, test } from 'vitest';
import { href } from '~/urls';
import { known } from '../support/courses';
import { mainOf, openSite } from '../support/site';

const site = openSite();

test('home, « Mon parcours », the catalogue, the course and the letter lead to the first lesson that is not finished', async () => {
  const { cast } = site;
  const long = await cast.course({ title: 'Bonne table', lessons: [{ free: true }, {}, {}] });
  const short = await cast.course({ title: 'Très court', lessons: [{ free: true }] });
  await known(site, short.slug);
  const jeanne = await cast.member('Jeanne');
  const visitor = await site.as(jeanne);
  const finish = (cours: string, numero: number) => visitor.post(href('finishLesson', { cours, numero }), {});
  await visitor.post(href('startCourse'), { cours: long.slug });
  await finish(long.slug, 1);
  await visitor.post(href('startCourse'), { cours: short.slug });
  await finish(short.slug, 1);
  const path = href('lesson', { cours: long.slug, numero: 2 });
  for (const page of [href('home'), href('myCourses'), href('courses'), href('course', { cours: long.slug })]) {
    expect(mainOf(await (await visitor.get(page)).text()), page).toContain(`href="${path}"`);
  }
  const [letter] = await cast.sql`
    select props from outbox where user_id = ${jeanne.id} and template = 'courseFinished'`;
  expect(letter?.props.next).toEqual({ course: 'Bonne table', number: 2, lesson: 'Leçon numéro 2', path });
});

test('the letter names nothing when no other course is under way', async () => {
  const only = await site.cast.course({ title: 'Seul', lessons: [{ free: true }] });
  await known(site, only.slug);
  const paul = await site.cast.member('Paul');
  const visitor = await site.as(paul);
  await visitor.post(href('startCourse'), { cours: only.slug });
  await visitor.post(href('finishLesson', { cours: only.slug, numero: 1 }), {});
  const [letter] = await site.cast.sql`
    select props from outbox where user_id = ${paul.id} and template = 'courseFinished'`;
  expect(letter?.props).toMatchObject({ course: 'Seul' });
  expect(letter?.props).not.toHaveProperty('next');
});
