/** What the pages of courses ask of the database (performance: three statements at most), and what they keep (Q03). */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLibrary, type Library } from '~/courses/library';
import { type Database, DEFAULT_POOLS, openDatabase } from '~/db';
import { isAnswer } from '~/http/answer';
import { createHub } from '~/realtime/hub';
import { loader as course } from '~/routes/courses/course';
import { loader as catalogue } from '~/routes/courses/index';
import { loader as lesson } from '~/routes/courses/lesson';
import type { Course, Member } from '../support/cast';
import { type Stage, stage, viewerOf } from '../support/policies';

let the: Stage;
let database: Database;
let library: Library;
let fatima: Member;
let made: Course;
let statements: string[] = [];
let wake = () => {};

beforeAll(async () => {
  the = await stage();
  database = openDatabase(the.url, { ...DEFAULT_POOLS, onStatement: (text) => statements.push(text) });
  fatima = await the.cast.member('Fatima');
  made = await the.cast.course({ lessons: [{ free: true }, {}] });
  await database.asViewer(fatima.id, (tx) => tx`select start_course(${made.id})`);
});
afterAll(async () => {
  await database.close();
  await the.close();
});
beforeEach(() => {
  const listeners: ((topic: 'courses:all') => void)[] = [];
  library = createLibrary(database, {
    listen: (listener) => {
      listeners.push(listener);
      return () => {};
    },
    onGap: () => {},
  });
  wake = () => {
    for (const listener of listeners) listener('courses:all');
  };
});

type Loader = typeof course | typeof catalogue | typeof lesson;

/** The page's data, and how many statements it was, beside begin, identity and commit. */
async function asked(loader: Loader, who: Member | null, params: Record<string, string> = {}) {
  statements = [];
  const afterwards: unknown[] = [];
  const context = {
    database,
    library,
    viewer: who && viewerOf(who),
    config: { origin: 'http://maison.fr' },
    plans: () => ({ freemium: { paidLessons: false } }),
    log: (message: string, error: unknown) => {
      throw error ?? new Error(message);
    },
    afterAnswer: (work: unknown) => afterwards.push(work),
  };
  const request = new Request('http://maison.fr/cours');
  const answer: unknown = await loader({ request, params, context } as unknown as Parameters<Loader>[0]);
  const own = statements.filter((text) => !/^(begin|commit|select 1$)|set_config/i.test(text.trim()));
  const data: unknown = isAnswer(answer) && answer.kind === 'page' ? answer.data : null;
  return { page: data as Record<string, never>, count: own.length, afterwards: afterwards.length };
}

test('the catalogue is three statements at first, two afterwards, none for a stranger', async () => {
  expect((await asked(catalogue, fatima)).count).toBe(3);
  expect((await asked(catalogue, fatima)).count).toBe(2);
  expect((await asked(catalogue, null)).count).toBe(0);
});

test('a course is one statement, a lesson one, two when its words are not kept yet', async () => {
  const at = { cours: made.slug, numero: '1' };
  await asked(catalogue, null);
  expect((await asked(course, fatima, at)).count).toBe(1);
  expect((await asked(lesson, fatima, at)).count).toBe(2);
  expect((await asked(lesson, fatima, at)).count).toBe(1);
  expect((await asked(lesson, null, at)).count).toBe(1);
});

test('a lesson that was corrected is read corrected at the very next look, with or without a notification', async () => {
  const at = { cours: made.slug, numero: '1' };
  const read = async () => JSON.stringify((await asked(lesson, fatima, at)).page.open);
  expect(await read()).toContain('marqueur-');
  await the.cast.sql`
    update lesson_contents set content = 'Tout neuf.' where lesson_id = ${made.lessons[0] ?? ''}`;
  expect(await read()).toContain('Tout neuf.');
});

test('the kept courses are those of before the notification, and those of after it once it has come (Q03)', async () => {
  const titles = async () => (await library.published()).map(({ title }) => title);
  expect(await titles()).toEqual(['Un cours']);
  await the.cast.sql`update courses set title = 'Autrement'`;
  expect(await titles()).toEqual(['Un cours']);
  wake();
  expect(await titles()).toEqual(['Autrement']);
});

test('what was being loaded when the notification came is not kept', async () => {
  const early = library.published();
  await the.cast.sql`update courses set title = 'Encore autrement'`;
  wake();
  await early;
  expect((await library.published()).map(({ title }) => title)).toEqual(['Encore autrement']);
});

test('the notification of one process empties the other’s, and a silent connection empties it too', async () => {
  const [here, there] = [createHub(database, () => {}, 50), createHub(the.secondDatabase(), () => {}, 50)];
  const other = createLibrary(the.secondDatabase(), there);
  await Promise.all([here.start(), there.start()]);
  try {
    await other.published();
    await the.cast.sql`update courses set title = 'Publié ailleurs'`;
    here.wakeTopic('courses:all');
    await expect
      .poll(async () => (await other.published()).map(({ title }) => title), { timeout: 10_000 })
      .toEqual(['Publié ailleurs']);
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
});

test('after ten minutes they are asked for again', async () => {
  let now = 0;
  const kept = createLibrary(database, { listen: () => () => {}, onGap: () => {} }, () => now);
  const first = await kept.published();
  now = 599_999;
  expect(await kept.published()).toBe(first);
  now = 600_001;
  expect(await kept.published()).not.toBe(first);
});
