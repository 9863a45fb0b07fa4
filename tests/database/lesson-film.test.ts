/** The files of a lesson's video stand under the lesson's own right (D59, R19). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lessonFilm } from '~/courses/lesson-film';
import type { Course, Member } from '../support/cast';
import { testFolder } from '../support/folders';
import { type Stage, stage, viewerOf } from '../support/policies';

let the: Stage;
let course: Course;
let premium: Member;
let folder: string;
beforeAll(async () => {
  the = await stage();
  premium = await the.cast.member('Fatima');
  course = await the.cast.course({ lessons: [{ free: true, video: 60 }, { video: 60 }, {}, { after: 9, video: 60 }] });
  await the.database.asViewer(premium.id, (tx) => tx`select start_course(${course.id})`);
});
afterAll(() => the.close());
beforeEach(() => {
  folder = testFolder();
  mkdirSync(join(folder, 'essai/video'), { recursive: true });
  writeFileSync(join(folder, 'essai/video/01.webm'), 'des images');
  writeFileSync(join(folder, 'essai/video/01.fr.vtt'), 'WEBVTT');
});

const ask = (who: Member | null, numero: string, format = 'webm', headers: HeadersInit = {}, cours = course.slug) =>
  lessonFilm(the.database, folder, who && viewerOf(who), new Request('http://maison.fr', { headers }), {
    cours,
    numero,
    format,
  });

test('whoever may read the lesson gets them, whole and in pieces', async () => {
  expect(await (await ask(null, '1')).text()).toBe('des images');
  expect(await (await ask(premium, '2', 'webm', { Range: 'bytes=4-' })).text()).toBe('images');
  const captions = await ask(premium, '1', 'sous-titres');
  expect([captions.headers.get('content-type'), await captions.text()]).toEqual(['text/vtt; charset=utf-8', 'WEBVTT']);
});

describe('not there, not yours, not today are one answer', () => {
  test.each([
    ['a stranger in a paid lesson', () => ask(null, '2')],
    ['before its day', () => ask(premium, '4')],
    ['a lesson without a film', () => ask(premium, '3')],
    ['a form that is not on the disk', () => ask(premium, '1', 'mp4')],
    ['a form there is none of', () => ask(premium, '1', '../../01.webm')],
    ['a form by a name of JavaScript’s own', () => ask(premium, '1', 'constructor')],
    ['no such lesson', () => ask(premium, '9')],
    ['no such course', () => ask(premium, '1', 'webm', {}, 'rien')],
    ['a path for a course', () => ask(premium, '1', 'webm', {}, '../../etc')],
  ])('%s', async (_name, asking) => {
    await expect(asking()).rejects.toMatchObject({ code: 'not_found' });
  });

  test('the table keeps every path out', async () => {
    for (const video of ['../../etc/passwd', '/etc/passwd', 'essai/video/..', 'essai/video/a.b', 'a/b'])
      await expect(
        the.cast.sql`update lesson_contents set video = ${video} where lesson_id = ${course.lessons[0] ?? ''}`,
      ).rejects.toMatchObject({ code: '23514' });
  });
});
