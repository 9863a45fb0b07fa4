/** Courses from files into the database (X08, D53): all or nothing, twice is once, nothing of a member's is lost. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CourseFault } from '../../app/courses/files/fault';
import { coursesFolder, loadCourses } from '../../app/courses/files/load';
import { readCourses } from '../../app/courses/files/read';
import { testFolder } from '../support/folders';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let folder: string;
beforeEach(async () => {
  the = await stage();
  folder = testFolder();
  course();
});
afterEach(() => the.close());

const write = (name: string, text: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const course = (fields = '', name = '1-marcher') =>
  write(
    `${name}/course.md`,
    `---\ntitle: Marcher\nslug: marcher\npillar: 1\nsummary: Marcher un peu chaque jour.\nweeks: 4\npublished: true\n${fields}---\nPour qui, et comment.\n`,
  );
const lesson = (number: number, slug: string, text = 'Un pas, puis un autre.', fields = '', name = '1-marcher') =>
  write(
    `${name}/0${number}-${slug}.md`,
    `---\ntitle: Leçon ${slug}\nslug: ${slug}\nminutes: 10\nopens_after_days: 0\nfree: true\n${fields}---\n${text}\n`,
  );
const load = () => loadCourses(the.url, folder);
const lessons = () => the.cast.sql`
  select slug, lesson_number as number, retired_at is not null as retired from lessons order by lesson_number, slug`;
const everything = async () => [
  await the.cast.sql`select * from courses order by id`,
  await the.cast.sql`select * from lessons order by id`,
  await the.cast.sql`select * from lesson_contents order by lesson_id`,
  await the.cast.sql`select * from course_slugs order by slug`,
];
const faultsOf = async (loading: Promise<unknown>) => {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CourseFault)) throw error ?? new Error('it was loaded');
  return error.faults;
};

describe('loading', () => {
  test('twice changes nothing, to the byte', async () => {
    lesson(1, 'debut');
    lesson(2, 'suite');
    expect((await load()).changes).toHaveLength(3);
    const first = await everything();
    expect((await load()).changes).toEqual([]);
    expect(await everything()).toEqual(first);
  });

  test('by two operators at once loads everything once', async () => {
    lesson(1, 'debut');
    const both = await Promise.all([load(), load()]);
    expect(both.map(({ changes }) => changes.length).sort()).toEqual([0, 2]);
  });

  test('a changed slug keeps the old address (D53)', async () => {
    lesson(1, 'debut');
    await load();
    course('previous_slugs: [marcher-un-peu]\n');
    await the.cast.sql`update courses set slug = 'marcher-hier'`;
    await load();
    expect(await the.cast.sql`select slug from courses`).toEqual([{ slug: 'marcher' }]);
    expect(await the.cast.sql`select slug from course_slugs order by slug`).toEqual([
      { slug: 'marcher-hier' },
      { slug: 'marcher-un-peu' },
    ]);
  });

  test('a renamed folder with a new slug is the same course when it names its previous one', async () => {
    lesson(1, 'debut');
    await load();
    const [before] = await the.cast.sql`select id from courses`;
    renameSync(join(folder, '1-marcher'), join(folder, '1-aller'));
    write(
      '1-aller/course.md',
      '---\ntitle: Aller\nslug: aller\nprevious_slugs: [marcher]\npillar: 1\nsummary: Marcher un peu chaque jour.\nweeks: 4\npublished: true\n---\n…\n',
    );
    await load();
    expect(await the.cast.sql`select id, slug, is_published from courses`).toEqual([
      { ...before, slug: 'aller', is_published: true },
    ]);
  });

  test('a removed lesson is retired and keeps members’ progress; others move up; back again it is what it was', async () => {
    lesson(1, 'debut');
    lesson(2, 'milieu');
    lesson(3, 'fin');
    await load();
    const member = await the.cast.member('Fatima');
    const [middle] = await the.cast.sql<{ id: string }[]>`select id from lessons where slug = 'milieu'`;
    await the.database.asViewer(
      member.id,
      (tx) => tx`select record_progress(${middle?.id}, 'complete', null, null, 'phone')`,
    );
    rmSync(join(folder, '1-marcher/02-milieu.md'));
    renameSync(join(folder, '1-marcher/03-fin.md'), join(folder, '1-marcher/02-fin.md'));
    await load();
    expect(await lessons()).toEqual([
      { slug: 'debut', number: 1, retired: false },
      { slug: 'fin', number: 2, retired: false },
      { slug: 'milieu', number: null, retired: true },
    ]);
    expect(await the.cast.sql`select status from user_lesson_progress`).toEqual([{ status: 'completed' }]);
    lesson(3, 'milieu');
    await load();
    expect(await the.cast.sql`select lesson_number from lessons where id = ${middle?.id ?? ''}`).toEqual([
      { lesson_number: 3 },
    ]);
  });

  test('what an author has written on a page meanwhile stays, until the file itself changes', async () => {
    lesson(1, 'debut');
    lesson(2, 'suite');
    await load();
    await the.cast.sql`update lesson_contents set content = 'De la main de l’auteur'`;
    await the.cast.sql`
      update lessons set lesson_number = 3 - lesson_number where lesson_number in (1, 2)`;
    await the.cast.sql`
      insert into lessons (course_id, slug, title, lesson_number) select id, 'ajout', 'Ajoutée', 3 from courses`;
    expect((await load()).changes).toEqual([]);
    expect((await lessons()).map(({ slug }) => slug)).toEqual(['suite', 'debut', 'ajout']);
    lesson(2, 'suite', 'Corrigée dans le fichier.');
    lesson(3, 'troisieme');
    await load();
    expect((await lessons()).map(({ slug }) => slug)).toEqual(['debut', 'suite', 'troisieme', 'ajout']);
    const contents = await the.cast.sql`
      select content from lesson_contents c join lessons l on l.id = c.lesson_id order by lesson_number`;
    expect(contents.map(({ content }) => content)).toEqual([
      'De la main de l’auteur',
      'Corrigée dans le fichier.',
      'Un pas, puis un autre.',
    ]);
  });

  test('a folder that is gone is a course that is no longer offered', async () => {
    lesson(1, 'debut');
    await load();
    rmSync(join(folder, '1-marcher'), { recursive: true });
    expect((await load()).changes).toEqual(['cours retiré « Marcher »']);
    course();
    lesson(1, 'debut');
    await load();
    expect(await the.cast.sql`select is_published from courses`).toEqual([{ is_published: true }]);
  });
});

describe('a fault', () => {
  const FAULTS: readonly (readonly [string, () => void, object])[] = [
    [
      'no front matter',
      () => write('1-marcher/01-a.md', 'Bonjour'),
      { file: '1-marcher/01-a.md', line: 1, expected: /trois tirets/ },
    ],
    [
      'a missing field',
      () => write('1-marcher/01-a.md', '---\ntitle: Bonjour\n---\nTexte'),
      { file: '1-marcher/01-a.md', line: 1, expected: /slug/ },
    ],
    ['a wrong number', () => lesson(1, 'a', 'Texte', 'video_url: http://exemple.fr\n'), { line: 7, expected: /https/ }],
    ['an unknown field', () => lesson(1, 'a', 'Texte', 'gratuit: oui\n'), { expected: /«.gratuit.» n’est pas connu/ }],
    ['broken YAML', () => lesson(1, 'a', 'Texte', 'video: "x\n'), { line: expect.any(Number), expected: /attendu/ }],
    [
      'a field twice',
      () => lesson(1, 'a', 'Texte', 'free: false\n'),
      { line: expect.any(Number), expected: /attendu/ },
    ],
    [
      'an unsafe address',
      () =>
        lesson(1, 'a', 'Texte', 'sources:\n  - title: Un livre\n    publisher: Moi\n    url: javascript:alert(1)\n'),
      { line: 10, expected: /https/ },
    ],
    ['a hole in the numbers', () => lesson(2, 'a'), { expected: /leçon 01 est attendue/ }],
    [
      'a name without number',
      () => write('1-marcher/notes.md', 'x'),
      { file: '1-marcher/notes.md', expected: /un nom comme/ },
    ],
    [
      'two lessons of one name',
      () => [
        lesson(1, 'a'),
        write(
          '1-marcher/02-b.md',
          '---\ntitle: Bis\nslug: a\nminutes: 10\nopens_after_days: 0\nfree: true\n---\nTexte',
        ),
      ],
      { expected: /autre adresse/ },
    ],
    ['two courses of one address', () => [course('', '2-autre')], { expected: /autre adresse/ }],
    ['a film that is not there', () => lesson(1, 'a', 'Texte', 'video: 01\n'), { expected: /video\/01\.webm/ }],
    ['no text', () => lesson(1, 'a', ''), { expected: /texte de la leçon/ }],
    ['5 MB', () => lesson(1, 'a', 'x'.repeat(5_000_000)), { expected: /150 Ko au plus/ }],
    [
      'no UTF-8',
      () => writeFileSync(join(folder, '1-marcher/01-a.md'), Buffer.from([0x2d, 0xe9, 0xff])),
      { expected: /UTF-8/ },
    ],
    ['an alias bomb', () => lesson(1, 'a', 'Texte', 'sources: &a [*a, *a]\n'), { expected: /./ }],
  ];

  test.each(FAULTS)(
    'names the file, the line and what is expected, and nothing is loaded: %s',
    async (_name, arrange, fault) => {
      lesson(9, 'bonne');
      rmSync(join(folder, '1-marcher/09-bonne.md'));
      write(
        '2-bon/course.md',
        '---\ntitle: Bon cours\nslug: bon-cours\npillar: 2\nsummary: Un cours sans faute.\nweeks: 2\npublished: true\n---\n…',
      );
      arrange();
      const faults = await faultsOf(load());
      const { file, line, expected } = fault as { file?: unknown; line?: unknown; expected: RegExp };
      expect(faults).toContainEqual({
        file: file ?? expect.any(String),
        line: line ?? expect.toSatisfy(() => true),
        expected: expect.stringMatching(expected),
      });
      expect(await the.cast.sql`select 1 from courses`).toHaveLength(0);
    },
  );
});

test('the site’s own courses can be read: seven, in seven pillars', () => {
  const courses = readCourses(coursesFolder());
  expect(new Set(courses.map(({ pillar }) => pillar)).size).toBe(courses.length);
  for (const { lessons, folder } of courses) {
    expect(lessons[0], folder).toMatchObject({ free: true, opens_after_days: 0 });
    for (const { content, slug } of lessons) {
      expect(content, slug).toMatch(/^## L’exercice$/m);
      expect(content, slug).toMatch(/^## La fiche à garder$/m);
      expect(content, slug).not.toMatch(/^# |<[a-z]+/m);
    }
  }
});

test('all of a folder at once, from the site’s own', async () => {
  cpSync(coursesFolder(), folder, { recursive: true });
  rmSync(join(folder, '1-marcher'), { recursive: true });
  const { courses, lessons: count } = await load();
  expect([courses, count]).toEqual([readCourses(folder).length, (await lessons()).length]);
});

describe('what an author has written on a page (decision 029)', () => {
  const onPage = {
    course: () => the.cast.sql`update courses set title = 'De la page', edited_at = now()`,
    lesson: () => the.cast.sql`update lessons set title = 'De la page', edited_at = now() where slug = 'debut'`,
    hidden: () => the.cast.sql`update courses set is_published = false, edited_at = now()`,
  };

  test.each(Object.entries(onPage))('is left alone, with its whole course: %s', async (_, edit) => {
    lesson(1, 'debut');
    lesson(2, 'suite');
    await load();
    await edit();
    const before = await everything();
    expect(await load()).toMatchObject({ changes: [], kept: [] });
    lesson(1, 'debut', 'Un autre texte.');
    rmSync(join(folder, '1-marcher/02-suite.md'));
    lesson(2, 'fin');
    expect(await load()).toMatchObject({ changes: [], kept: ['Marcher'] });
    expect(await everything()).toEqual(before);
    // Its folder gone, too.
    rmSync(join(folder, '1-marcher'), { recursive: true });
    course('', '2-autre');
    write(
      '2-autre/course.md',
      '---\ntitle: Autre\nslug: autre\npillar: 2\nsummary: Autre chose.\nweeks: 4\npublished: true\n---\nVoilà.\n',
    );
    lesson(1, 'autre', 'Un pas.', '', '2-autre');
    await load();
    expect(await the.cast.sql`select * from courses where source = '1-marcher'`).toEqual(before[0]);
  });

  test('gives way once to --force, and lessons made on the page stay after those of the files', async () => {
    lesson(1, 'debut');
    await load();
    await onPage.course();
    await onPage.lesson();
    await the.cast.sql`
      insert into lessons (course_id, slug, title, lesson_number, edited_at)
      select id, 'page', 'Faite sur la page', 2, now() from courses`;
    lesson(2, 'suite');
    const forced = await loadCourses(the.url, folder, { force: true });
    expect([forced.kept, forced.changes.length]).toEqual([[], 3]);
    expect(await the.cast.sql`select slug, title from lessons order by lesson_number`).toEqual([
      { slug: 'debut', title: 'Leçon debut' },
      { slug: 'suite', title: 'Leçon suite' },
      { slug: 'page', title: 'Faite sur la page' },
    ]);
    expect(await the.cast.sql`select title, edited_at from courses`).toEqual([{ title: 'Marcher', edited_at: null }]);
    expect(await load()).toMatchObject({ changes: [], kept: [] });
  });
});
