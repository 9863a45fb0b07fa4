/** Two authors who change the same text at once: nothing is lost unseen (D28). */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { href } from '~/urls';
import { authorsOf, COURSE, LESSON, writingOf } from '../support/authors';
import type { Visitor } from '../support/server';
import { filledIn, mainOf, openSite, words } from '../support/site';

const site = openSite();
let asAuthor: Visitor;
let asOther: Visitor;
beforeAll(async () => {
  ({ asAuthor, asOther } = await authorsOf(site));
});
const { made, lessonIn, pageOf, order } = writingOf(site, () => asAuthor);

describe('two authors at once', () => {
  test('the second is told, sees both texts, and decides', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours, { texte: 'Le premier texte.' });
    const path = href('editLesson', { cours, lecon });
    const [hers, his] = [await pageOf(path), await pageOf(path, asOther)].map(
      (html) => filledIn(html, 'version') ?? '',
    );
    expect(hers).toBe(his);
    expect((await asOther.post(path, { ...LESSON, texte: 'Son texte à lui.', version: his ?? '' })).status).toBe(303);
    const late = await asAuthor.post(path, { ...LESSON, texte: 'Mon texte à moi.', version: hers ?? '' });
    expect(late.status).toBe(422);
    const html = await late.text();
    expect(words(mainOf(html))).toContain('Quelqu’un d’autre a enregistré');
    expect(filledIn(html, 'texte')).toBe('Mon texte à moi.');
    expect(html).toContain('Son texte à lui.');
    const again = await asAuthor.post(path, {
      ...LESSON,
      texte: 'Nos deux textes.',
      version: filledIn(html, 'version') ?? '',
    });
    expect(again.status).toBe(303);
    const [row] = await site.cast.sql<
      { content: string }[]
    >`select content from lesson_contents where lesson_id = ${lecon}`;
    expect(row?.content).toBe('Nos deux textes.');
  });

  test('of ten who send at the very same moment one is first, for a lesson and for a course', async () => {
    const cours = await made();
    const lecon = await lessonIn(cours);
    for (const [path, form] of [
      [href('editLesson', { cours, lecon }), { ...LESSON }],
      [href('editCourse', { cours }), { ...COURSE, adresse: `a-${randomUUID().slice(0, 8)}` }],
    ] as const) {
      const version = filledIn(await pageOf(path), 'version') ?? '';
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (n % 2 ? asAuthor : asOther).post(path, { ...form, titre: `Titre ${n}`, version }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(422)]);
    }
  });

  test('moving a lesson is no change of its text', async () => {
    const cours = await made();
    await lessonIn(cours, { titre: 'Une' });
    const lecon = await lessonIn(cours, { titre: 'Deux' });
    const path = href('editLesson', { cours, lecon });
    const version = filledIn(await pageOf(path), 'version') ?? '';
    await asOther.post(href('moveLesson', { cours, lecon }), { sens: 'monter' });
    expect((await asAuthor.post(path, { ...LESSON, titre: 'Deux bis', version })).status).toBe(303);
    expect(await order(cours)).toEqual(['Deux bis', 'Une']);
  });
});
