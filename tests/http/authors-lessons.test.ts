/** Lessons written on pages: their sources, their order, their length, and what members did in those that are retired. */
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { authorsOf, LESSON, writingOf } from '../support/authors';
import type { Visitor } from '../support/server';
import { faultsShown, filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
let asAuthor: Visitor;
let asOther: Visitor;
let asMember: Visitor;
beforeAll(async () => {
  ({ asAuthor, asOther, asMember } = await authorsOf(site));
});
const { made, lessonIn, pageOf, order } = writingOf(site, () => asAuthor);

describe('the sources of a lesson', () => {
  const LINES = 'Bien manger | Santé publique France | 2023 | https://www.exemple.fr/a\nSouvenirs | Éditions du Soir';

  test('are written a line each, read by members, and kept when the rest is changed', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours, { sources: LINES });
    const path = href('editLesson', { cours, lecon });
    const before = await pageOf(path);
    expect(filledIn(before, 'sources')).toBe(LINES);
    await asAuthor.post(path, { ...LESSON, sources: LINES, version: filledIn(before, 'version') ?? '' });
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const [row] = await site.cast.sql<{ slug: string }[]>`select slug from courses where id = ${cours}`;
    const html = await pageOf(href('lesson', { cours: row?.slug ?? '', numero: 1 }), asMember);
    expect(html).toContain('<a href="https://www.exemple.fr/a" rel="noopener">Bien manger</a>, Santé publique France');
    expect(words(html)).toContain('Souvenirs, Éditions du Soir');
  });

  test('come back as they were typed, with the line that is wrong; nothing is stored', async () => {
    const cours = await made();
    const typed = `${LINES}\nUn piège | Moi | javascript:alert(1)`;
    const answer = await asAuthor.post(href('newLesson', { cours }), { ...LESSON, sources: typed });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(faultsShown(html).fields.sources).toContain('Ligne 3, adresse');
    expect(filledIn(html, 'sources')).toBe(typed);
    expect(await order(cours)).toEqual([]);
  });

  test('are part of what two authors may change at once', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours);
    const path = href('editLesson', { cours, lecon });
    const version = filledIn(await pageOf(path), 'version') ?? '';
    expect((await asOther.post(path, { ...LESSON, sources: LINES, version })).status).toBe(303);
    const late = await asAuthor.post(path, { ...LESSON, version });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('<summary>Sources</summary>');
  });
});

describe('lessons', () => {
  test('go up and down by buttons, stop at the ends, and never share a number however many press', async () => {
    const cours = await made();
    const ids: string[] = [];
    for (const titre of ['Une', 'Deux', 'Trois', 'Quatre']) ids.push(await lessonIn(cours, { titre }));
    const move = (lecon = '', sens = 'monter') => asAuthor.post(href('moveLesson', { cours, lecon }), { sens });
    expect((await move(ids[3])).headers.get('location')).toBe(`${href('deskCourse', { cours })}#lecon-${ids[3]}`);
    expect(await order(cours)).toEqual(['Une', 'Deux', 'Quatre', 'Trois']);
    await move(ids[0]);
    await move(ids[2], 'descendre');
    expect(await order(cours)).toEqual(['Une', 'Deux', 'Quatre', 'Trois']);
    expect((await move(ids[0], 'ailleurs')).status).toBe(422);
    await Promise.all(ids.flatMap((id) => [move(id), move(id, 'descendre'), move(id)]));
    const rows = await site.cast.sql<{ n: number }[]>`
      select lesson_number as n from lessons where course_id = ${cours} order by lesson_number`;
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  test('retired and emptied ones keep what members did in them, and come back', async () => {
    const cours = await made();
    const ids: string[] = [];
    for (const titre of ['Une', 'Deux', 'Trois']) ids.push(await lessonIn(cours, { titre }));
    await asAuthor.post(href('publishCourse', { cours }), { publier: 'on' });
    const reader = await site.cast.member('Rose');
    await site.cast.sql`insert into enrollments (user_id, course_id) values (${reader.id}, ${cours})`;
    for (const id of ids.slice(0, 2)) {
      await site.cast.sql`
        insert into user_lesson_progress (user_id, lesson_id, status, completion_percentage, started_at, completed_at)
        values (${reader.id}, ${id ?? ''}, 'completed', 100, now(), now())`;
    }
    const progress = () =>
      site.cast.sql`select * from user_lesson_progress where user_id = ${reader.id} order by lesson_id`;
    const before = await progress();
    const retire = href('retireLesson', { cours, lecon: ids[0] ?? '' });
    expect(words(mainOf(await pageOf(retire)))).toContain('Retirer cette leçon');
    const answers = await Promise.all([1, 2, 3].map(() => asAuthor.post(retire, {})));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await order(cours)).toEqual(['Deux', 'Trois']);
    const path = href('editLesson', { cours, lecon: ids[1] ?? '' });
    await asAuthor.post(path, {
      ...LESSON,
      titre: 'Deux',
      texte: '',
      version: filledIn(await pageOf(path), 'version') ?? '',
    });
    expect(await pageOf(href('deskCourse', { cours }))).toContain('Sans texte');
    expect(await progress()).toEqual(before);
    await Promise.all([1, 2].map(() => asAuthor.post(href('restoreLesson', { cours, lecon: ids[0] ?? '' }), {})));
    expect(await order(cours)).toEqual(['Deux', 'Trois', 'Une']);
    expect(await progress()).toEqual(before);
  });

  test('two of one title are two; ten written at once have ten numbers', async () => {
    const cours = await made();
    await Promise.all(Array.from({ length: 10 }, () => lessonIn(cours)));
    const rows = await site.cast.sql<{ n: number; slug: string }[]>`
      select lesson_number as n, slug from lessons where course_id = ${cours} order by lesson_number`;
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(10);
  });

  test('a heavy one is taken, one too long comes back, five megabytes are refused', async () => {
    const cours = await made();
    const heavy = 'é'.repeat(199_000);
    const lecon = await lessonIn(cours, { texte: heavy });
    expect(filledIn(await pageOf(href('editLesson', { cours, lecon })), 'texte')).toBe(heavy);
    const long = await asAuthor.post(href('newLesson', { cours }), { ...LESSON, texte: 'a'.repeat(200_001) });
    expect([long.status, Object.keys(faultsShown(await long.text()).fields)]).toEqual([422, ['texte']]);
    expect(await sent(href('newLesson', { cours }), 5_000_000)).toBe(413);
    expect(await sent(href('lessonPreview'), 5_000_000)).toBe(413);
    // What carries no lesson has the usual limit.
    expect(await sent(href('newCourse'), 100_000)).toBe(413);
  });
});

/** Not by `fetch`, which would ask its next question on the line that the server closes. @param bytes announced */
function sent(path: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const question = request(site.origin + path, {
      method: 'POST',
      agent: false,
      headers: {
        Origin: site.origin,
        Cookie: asAuthor.cookie(),
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': bytes,
      },
    });
    question.on('response', (answer) => {
      resolve(answer.statusCode);
      question.destroy();
    });
    question.on('error', reject);
    // What is too long as it is announced is refused before it is sent: whoever writes on then may miss the answer.
    question.flushHeaders();
  });
}
