/** R18-R23, each tried again with the statement that went through in the earlier system. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Course, Member } from '../support/cast';
import { attempt, causeOf, type Stage, stage, statement } from '../support/policies';

let the: Stage;
let premium: Member;
let free: Member;
let course: Course;
let draft: Course;

beforeAll(async () => {
  the = await stage();
  premium = await the.cast.member('Fatima');
  free = await the.cast.member('Gérard', { plan: 'freemium' });
  course = await the.cast.course({ lessons: [{ free: true }, {}, { after: 3 }, { free: true, after: 3 }] });
  draft = await the.cast.course({ published: false, lessons: [{ free: true }] });
  await start(premium, course);
  await start(free, course);
});
afterAll(() => the.close());

const start = (member: Member, { id }: Course) =>
  the.database.asViewer(member.id, (tx) => tx<{ outcome: string }[]>`select outcome from start_course(${id})`);
const enrolledSince = (member: Member, days: number) =>
  the.cast
    .sql`update enrollments set enrolled_at = now() - make_interval(days => ${days}) where user_id = ${member.id}`;
const read = async (member: Member | null) => {
  const rows = await the.database.asViewer(
    member?.id ?? null,
    (tx) => tx<{ lessonId: string }[]>`select lesson_id from lesson_contents`,
  );
  const ids = rows.map((row) => row.lessonId);
  return [...course.lessons, ...draft.lessons].flatMap((id, n) => (ids.includes(id) ? [n + 1] : []));
};

describe('R18, R19: what a lesson says', () => {
  test('is read when it is published, free or paid for, free or followed, and its day has come', async () => {
    expect(await read(null)).toEqual([1]);
    expect(await read(free)).toEqual([1]);
    expect(await read(premium)).toEqual([1, 2]);
    await enrolledSince(premium, 3);
    await enrolledSince(free, 3);
    const hour = new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' });
    const early = Number.parseInt(hour.format(new Date()), 10) < 6;
    expect(await read(premium)).toEqual(early ? [1, 2] : [1, 2, 3, 4]);
    await enrolledSince(premium, 4);
    await enrolledSince(free, 4);
    expect(await read(premium)).toEqual([1, 2, 3, 4]);
    expect(await read(free)).toEqual([1, 4]);
  });

  test('is not read by a member of Premium who does not follow the course, nor after she has left it', async () => {
    const other = await the.cast.member('Odile');
    expect(await read(other)).toEqual([1]);
    await start(other, course);
    expect(await read(other)).toEqual([1, 2]);
    await the.database.asViewer(other.id, (tx) => tx`select change_enrollment(${course.id}, 'leave')`);
    expect(await read(other)).toEqual([1]);
  });

  test('is closed again when the plan has ended, and open while a trial runs', async () => {
    const guest = await the.cast.member('Tania', { plan: 'freemium' });
    await start(guest, course);
    await the.cast.sql`update profiles set trial_ends_at = now() + interval '1 hour' where id = ${guest.id}`;
    expect(await read(guest)).toEqual([1, 2]);
    await the.cast.sql`update profiles set trial_ends_at = now() - interval '1 second' where id = ${guest.id}`;
    expect(await read(guest)).toEqual([1]);
  });

  test('of a draft is for authors; titles of what is not published are too', async () => {
    const author = await the.cast.member('Anne', { role: 'author', plan: 'freemium' });
    expect(await read(author)).toEqual([1, 2, 3, 4, 5]);
    for (const person of [premium, free, null]) {
      for (const table of ['courses', 'lessons', 'courses_with_details']) {
        const column = table === 'lessons' ? 'course_id' : 'id';
        const tried = await attempt(
          the.database,
          person?.id ?? null,
          `select 1 from ${table} where ${column} = '${draft.id}'`,
        );
        expect(tried, table).toMatchObject({ count: 0 });
      }
    }
  });

  test('of a retired lesson is gone, and its progress stays (R20)', async () => {
    const { lessons } = await the.cast.course({ lessons: [{ free: true }, { free: true }] });
    const [gone = ''] = lessons;
    await record(premium, gone, 'complete');
    await the.cast.sql`update lessons set retired_at = now(), lesson_number = null where id = ${gone}`;
    const [content, progress] = await the.database.asViewer(premium.id, (tx) =>
      Promise.all([
        tx`select 1 from lesson_contents where lesson_id = ${gone}`,
        tx`select status from user_lesson_progress where lesson_id = ${gone}`,
      ]),
    );
    expect([content.length, progress]).toEqual([0, [{ status: 'completed' }]]);
    await expect(the.cast.sql`delete from lessons where id = ${gone}`).rejects.toMatchObject({ code: '23001' });
  });
});

const record = (
  member: Member,
  lesson: string,
  act: string,
  place: number | null = null,
  watched: number | null = null,
) =>
  the.database.asViewer(
    member.id,
    (tx) => tx`select * from record_progress(${lesson}, ${act}, ${place}, ${watched}, 'computer')`,
  );

describe('R20, R21: progress', () => {
  const FORGERIES = [
    `insert into user_lesson_progress (user_id, lesson_id, status, completion_percentage, started_at, completed_at)
     select auth.uid(), id, 'completed', 100, now(), now() from lessons`,
    "update user_lesson_progress set status = 'completed', completion_percentage = 100, completed_at = now()",
    'delete from user_lesson_progress',
    'update enrollments set completed_at = now(), completion_percentage = 100',
    "update enrollments set enrolled_at = now() - interval '1 year'",
    'update enrollments set all_open = true',
    `insert into user_progress_history (user_id, course_id, kind) select auth.uid(), id, 'course_completed' from courses`,
    'update user_progress_history set seconds = 3600',
    'delete from user_progress_history',
    'truncate user_progress_history',
  ];

  test.each(FORGERIES)('is not written by hand: %s', async (text) => {
    for (const person of [premium, free])
      expect(await attempt(the.database, person.id, text)).toEqual({ outcome: 'denied' });
  });

  test('is written in no lesson that one may not read, and not signed out', async () => {
    const stranger = await the.cast.member('Otto');
    for (const lesson of [course.lessons[1], draft.lessons[0], '00000000-0000-4000-8000-000000000000'])
      expect(await record(stranger, lesson ?? '', 'complete'), lesson).toHaveLength(0);
    await expect(record({ ...stranger, id: '' }, course.lessons[0] ?? '', 'complete')).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await the.cast.sql`select 1 from user_lesson_progress where user_id = ${stranger.id}`).toHaveLength(0);
  });

  test('of another is neither seen nor moved', async () => {
    const stranger = await the.cast.member('Otto');
    await record(premium, course.lessons[0] ?? '', 'complete');
    for (const table of [
      'user_lesson_progress',
      'enrollments',
      'user_progress_history',
      'user_courses',
      'lesson_notes',
    ])
      expect(await attempt(the.database, stranger.id, `select 1 from ${table}`), table).toMatchObject({ count: 0 });
  });

  test.each(['lock_my_progress()', 'rebuild_progress(null)', 'count_course(auth.uid(), gen_random_uuid())'])(
    '%s is not a member’s to call',
    async (call) => {
      const calling = the.database.asViewer(premium.id, (tx) => statement(tx, `select ${call}`));
      expect(await calling.catch(causeOf)).toMatchObject({ code: '42501' });
    },
  );
});

describe('R18: where a lesson has it from', () => {
  test('leads to pages alone, also for an author with a statement of her own', async () => {
    const author = await the.cast.member('Aude', { role: 'author' });
    const write = (url: string) =>
      attempt(
        the.database,
        author.id,
        `update lesson_contents set sources = '[{"title": "a", "url": "${url}"}]' where lesson_id = '${draft.lessons[0]}'`,
      );
    expect(await write('https://exemple.fr')).toMatchObject({ outcome: 'ran' });
    for (const url of ['javascript:alert(1)', ' https://exemple.fr', 'data:text/html,x', 'JAVASCRIPT:https://'])
      await expect(write(url)).rejects.toThrow('lesson_contents_sources_addresses');
  });
});

describe('R22, R23: enrolment', () => {
  test('is not written by hand', async () => {
    const text = `insert into enrollments (user_id, course_id) values (auth.uid(), '${course.id}')`;
    expect(await attempt(the.database, free.id, text)).toEqual({ outcome: 'denied' });
  });

  test('asks for a plan where nothing is free, and opens where something is', async () => {
    const paid = await the.cast.course({ lessons: [{}, {}] });
    const guest = await the.cast.member('Tania', { plan: 'freemium' });
    await expect(start(guest, paid)).rejects.toMatchObject({ code: 'payment_required', detail: 'course' });
    expect(await start(guest, course)).toEqual([{ outcome: 'enrolled' }]);
    expect(await start(premium, paid)).toEqual([{ outcome: 'enrolled' }]);
  });

  test('in a draft is answered as in a course that does not exist', async () => {
    expect(await start(premium, draft)).toEqual(await start(premium, { ...draft, id: crypto.randomUUID() }));
    expect(await start(premium, draft)).toHaveLength(0);
  });
});

describe('the journal', () => {
  test('is changed by nobody, not even by the system or the owner of the schema', async () => {
    await record(premium, course.lessons[0] ?? '', 'restart');
    await record(premium, course.lessons[0] ?? '', 'complete');
    for (const sql of [the.cast.sql, the.owner])
      for (const text of ['update user_progress_history set seconds = 1', 'delete from user_progress_history'])
        await expect(sql.unsafe(text)).rejects.toThrow(/append_only|permission denied/);
    await expect(the.owner.unsafe('truncate user_progress_history')).rejects.toThrow('append_only');
  });

  test('goes with the whole account, and with nothing less (G11)', async () => {
    const leaving = await the.cast.member('Xavier');
    await start(leaving, course);
    await record(leaving, course.lessons[0] ?? '', 'complete');
    await the.cast.sql`delete from auth.users where id = ${leaving.id}`;
    for (const table of ['user_progress_history', 'user_lesson_progress', 'enrollments'])
      expect(await the.cast.sql.unsafe(`select 1 from ${table} where user_id = '${leaving.id}'`)).toHaveLength(0);
  });
});
