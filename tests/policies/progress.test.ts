/** What becomes of progress: bounds, clocks, two devices, many posts at once, and the journal it is rebuilt from (D62-D70, G32, G33, U13). */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Course, Member } from '../support/cast';
import { fates, type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

type Recorded = {
  readonly newStatus: string;
  readonly newPercentage: number;
  readonly coursePercentage: number | null;
  readonly lessonFinished: boolean;
  readonly courseFinished: boolean;
  readonly watchTime: number;
};

const as = (member: Member, database = the.database) => ({
  start: ({ id }: Course) =>
    database.asViewer(member.id, (tx) => tx<{ outcome: string }[]>`select outcome from start_course(${id})`),
  change: ({ id }: Course, act: string) =>
    database.asViewer(member.id, (tx) => tx`select change_enrollment(${id}, ${act}) as changed`),
  record: async (lesson: string, act: string, place: number | null = null, watched: number | null = null) => {
    const [row] = await database.asViewer(
      member.id,
      (tx) => tx<Recorded[]>`select * from record_progress(${lesson}, ${act}, ${place}, ${watched}, 'tablet')`,
    );
    if (!row) throw new Error('not recorded');
    return row;
  },
});
const progressOf = async (member: Member) => [
  ...(await the.cast.sql`
    select lesson_id, status, completion_percentage, last_video_position, furthest_video_position,
      watch_time_seconds, started_at, completed_at
    from user_lesson_progress where user_id = ${member.id} order by lesson_id`),
];
const enrolmentsOf = async (member: Member) => [
  ...(await the.cast.sql`
    select course_id, completion_percentage, completed_at from enrollments where user_id = ${member.id} order by course_id`),
];

async function pupil(lessons: Parameters<typeof the.cast.course>[0] = { lessons: [{ free: true, video: 600 }, {}] }) {
  const member = await the.cast.member('Fatima');
  const course = await the.cast.course(lessons);
  await as(member).start(course);
  const [first = '', second = '', third = ''] = course.lessons;
  return { member, course, first, second, third, her: as(member) };
}

describe('a place in a video', () => {
  test('stays inside the video, and the percentage below 100 until the member says that she has finished (D65, C-17)', async () => {
    const { her, first, member } = await pupil();
    expect(await her.record(first, 'watch', 1_000, 5)).toMatchObject({ newStatus: 'in_progress', newPercentage: 99 });
    expect(await progressOf(member)).toMatchObject([{ last_video_position: 600, furthest_video_position: 600 }]);
    expect(await her.record(first, 'watch', 60, 5)).toMatchObject({ newPercentage: 99 });
    expect(await progressOf(member)).toMatchObject([{ last_video_position: 60, furthest_video_position: 600 }]);
    expect(await her.record(first, 'complete')).toMatchObject({ newStatus: 'completed', newPercentage: 100 });
    expect(await her.record(first, 'watch', 30, 5)).toMatchObject({ newStatus: 'completed', newPercentage: 100 });
  });

  test('and the time come from two devices: furthest and greatest win, the latest is where one resumes (D69)', async () => {
    const { her, first, member } = await pupil();
    await her.record(first, 'watch', 400, 12);
    await her.record(first, 'watch', 100, 9);
    expect(await progressOf(member)).toMatchObject([
      { last_video_position: 100, furthest_video_position: 400, watch_time_seconds: 12 },
    ]);
  });

  test('is credited no more seconds than the clock has had, and fifteen (D67)', async () => {
    const { her, first, second, member } = await pupil();
    expect(await her.record(first, 'watch', 10, 86_400)).toMatchObject({ watchTime: 15 });
    for (let n = 0; n < 20; n += 1) await her.record(first, 'watch', 10, 86_400);
    // Another lesson is watched by the same clock.
    const elsewhere = await her.record(second, 'watch', 10, 86_400);
    const [mine] = await progressOf(member);
    expect((mine?.watch_time_seconds ?? 0) + elsewhere.watchTime).toBeLessThan(25);
    await the.cast.sql`
      update user_lesson_progress set watched_until = now() - interval '5 minutes' where user_id = ${member.id}`;
    const later = await her.record(second, 'watch', 10, 86_400);
    expect(later.watchTime - elsewhere.watchTime).toBeGreaterThanOrEqual(300);
    expect(later.watchTime - elsewhere.watchTime).toBeLessThan(330);
  });

  test('is refused by the table itself when it is none', async () => {
    const { her, first } = await pupil();
    for (const place of [-5, 2_147_483_647]) {
      const answer = await her.record(first, 'watch', place, 0).catch((error: { code: string }) => error.code);
      expect(['23514', expect.objectContaining({ newPercentage: 99 })]).toContainEqual(answer);
    }
  });
});

describe('finishing', () => {
  test('fifty posts at once over two processes finish the lesson once and the course once', async () => {
    const { member, course, first, second } = await pupil();
    const sites = [the.database, the.secondDatabase()];
    await as(member).record(first, 'complete');
    const posts = await fates(
      Array.from({ length: 50 }, (_, n) => as(member, sites[n % 2]).record(second, 'complete')),
    );
    expect(posts.refused).toEqual([]);
    expect(posts.gave.filter((each) => each.lessonFinished)).toHaveLength(1);
    expect(posts.gave.filter((each) => each.courseFinished)).toHaveLength(1);
    const kinds = await the.cast.sql`
      select kind, count(*)::int from user_progress_history
      where user_id = ${member.id} and course_id = ${course.id} and kind in ('completed', 'course_completed')
      group by kind order by kind`;
    expect([...kinds]).toEqual([
      { kind: 'completed', count: 2 },
      { kind: 'course_completed', count: 1 },
    ]);
  });

  test('fifty starts at once enrol once, and starting again changes nothing (D70, W05)', async () => {
    const member = await the.cast.member('Jeanne');
    const course = await the.cast.course();
    const starts = await fates(Array.from({ length: 50 }, () => as(member).start(course)));
    expect(starts.refused).toEqual([]);
    expect(starts.gave.filter(([row]) => row?.outcome === 'enrolled')).toHaveLength(1);
    const [before] = await the.cast.sql`select enrolled_at from enrollments where user_id = ${member.id}`;
    await as(member).change(course, 'leave');
    expect(await as(member).start(course)).toEqual([{ outcome: 'returned' }]);
    expect(await the.cast.sql`select enrolled_at, left_at from enrollments where user_id = ${member.id}`).toEqual([
      { ...before, left_at: null },
    ]);
  });

  test('two lessons of a course whose others have not opened yet is not finishing the course', async () => {
    const { her, first, second } = await pupil({ lessons: [{ free: true }, {}, { after: 3 }] });
    await her.record(first, 'complete');
    expect(await her.record(second, 'complete')).toMatchObject({ courseFinished: false, coursePercentage: 66 });
  });

  test('counts what is published and open at that moment; a later lesson takes nothing back (G33, C-17)', async () => {
    const { her, first, second, member, course } = await pupil();
    await her.record(first, 'complete');
    const later = async (number: number, after: number) => {
      const [made] = await the.cast.sql<{ id: string }[]>`
        insert into lessons (course_id, slug, title, lesson_number, release_day_offset, created_at)
        values (${course.id}, ${`ajout-${number}`}, 'Ajoutée', ${number}, ${after}, clock_timestamp()) returning id`;
      return made?.id ?? '';
    };
    await later(3, 20);
    expect(await her.record(second, 'complete')).toMatchObject({ courseFinished: true, coursePercentage: 100 });
    const more = await later(4, 0);
    expect(await her.record(more, 'open')).toMatchObject({ courseFinished: false, coursePercentage: 100 });
    expect(await her.record(more, 'complete')).toMatchObject({ courseFinished: false, coursePercentage: 100 });
    await her.record(second, 'restart');
    expect(await enrolmentsOf(member)).toMatchObject([{ completion_percentage: 100, completed_at: expect.any(Date) }]);
  });

  test('a percentage never falls because a lesson was added (D65)', async () => {
    const { her, first, second, course } = await pupil();
    expect(await her.record(first, 'complete')).toMatchObject({ coursePercentage: 50 });
    await the.cast.sql`
      insert into lessons (course_id, slug, title, lesson_number) values (${course.id}, 'ajout', 'Ajoutée', 3)`;
    expect(await her.record(second, 'open')).toMatchObject({ coursePercentage: 50 });
  });

  test('a status only moves forward, unless the member starts again (D64)', async () => {
    const { her, first } = await pupil();
    await her.record(first, 'complete');
    expect(await her.record(first, 'open')).toMatchObject({ newStatus: 'completed' });
    expect(await her.record(first, 'restart')).toMatchObject({ newStatus: 'in_progress', newPercentage: 0 });
  });

  test('status, percentage and dates cannot disagree, whoever writes them (G32)', async () => {
    const { her, first, member } = await pupil();
    await her.record(first, 'watch', 60, 5);
    const WRONG = [
      "status = 'completed'",
      'completion_percentage = 100',
      'completed_at = now()',
      'completion_percentage = 101',
      'completion_percentage = -1',
      "status = 'not_started'",
      'started_at = null',
      'last_video_position = -5',
      'last_video_position = furthest_video_position + 1',
      'watch_time_seconds = -1',
    ];
    for (const change of WRONG) {
      const forced = the.owner.unsafe(`update user_lesson_progress set ${change} where user_id = '${member.id}'`);
      await expect(forced, change).rejects.toMatchObject({ code: '23514' });
    }
  });
});

describe('a pause (C-19)', () => {
  const opening = async (member: Member) => {
    const [row] = await the.cast.sql<{ opens: Date }[]>`
      select lesson_opens_at(enrolled_at, paused_days, 3) as opens from enrollments where user_id = ${member.id}`;
    return row?.opens ?? new Date(0);
  };
  const ago = (member: Member, column: string, days: number) =>
    the.cast.sql.unsafe(
      `update enrollments set ${column} = now() - interval '${days} days' where user_id = '${member.id}'`,
    );

  test('moves what is to come by its whole days, at six in the morning in Paris as before', async () => {
    const { member, course, her } = await pupil({ lessons: [{ free: true }, {}, { after: 3 }] });
    const before = await opening(member);
    await her.change(course, 'pause');
    await ago(member, 'paused_at', 10);
    await her.change(course, 'resume');
    const after = await opening(member);
    const inParis = (date: Date) =>
      date.toLocaleString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
    expect([inParis(before), inParis(after)]).toEqual(['06:00', '06:00']);
    expect(Math.round((after.getTime() - before.getTime()) / 86_400_000)).toBe(10);
  });

  test('opens nothing while it lasts and closes nothing that was open', async () => {
    const { member, course, her, third } = await pupil({ lessons: [{ free: true }, {}, { after: 3 }] });
    const mayRead = async () => {
      const [row] = await the.database.asViewer(
        member.id,
        (tx) => tx<{ may: boolean }[]>`select may_read_lesson(${third}) as may`,
      );
      return row?.may;
    };
    await ago(member, 'enrolled_at', 2);
    await her.change(course, 'pause');
    await ago(member, 'enrolled_at', 20);
    await ago(member, 'paused_at', 18);
    expect(await mayRead()).toBe(false);
    await ago(member, 'paused_at', 10);
    expect(await mayRead()).toBe(true);
    await her.change(course, 'resume');
    expect(await mayRead()).toBe(true);
  });

  test('twice is once, and resuming what is not paused is nothing', async () => {
    const { course, her } = await pupil();
    expect(await her.change(course, 'resume')).toEqual([{ changed: false }]);
    expect(await her.change(course, 'pause')).toEqual([{ changed: true }]);
    expect(await her.change(course, 'pause')).toEqual([{ changed: false }]);
    const stranger = as(await the.cast.member('Otto'));
    expect(await stranger.change(course, 'leave')).toEqual([{ changed: null }]);
  });

  test('never closes an open lesson, whenever it begins and ends', async () => {
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(
        moments,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(40 * 1440),
        fc.nat(40 * 1440),
        fc.nat(3),
        async (enrolled, offset, wait, length, earlier) => {
          const paused = new Date(enrolled.getTime() + wait * 60_000);
          const resumed = new Date(paused.getTime() + length * 60_000);
          const [row] = await the.cast.sql`
          select is_released(${enrolled}, ${paused}, ${earlier}, false, ${offset}) as before,
            lesson_opens_at(${enrolled}, ${earlier} + whole_days(${paused}, ${resumed}), ${offset}) <= ${resumed} as after`;
          expect(row?.before && !row.after).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the journal (U13)', () => {
  const step = fc.record({
    who: fc.nat(1),
    lesson: fc.nat(3),
    act: fc.constantFrom('open', 'watch', 'watch', 'watch', 'complete', 'complete', 'restart'),
    place: fc.nat(700),
    watched: fc.nat(40),
  });

  test('rebuilds progress and courses exactly as they stand, whatever two members did on two devices', async () => {
    const second = the.secondDatabase();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const course = await the.cast.course({ lessons: [{ free: true, video: 600 }, { video: 60 }, {}] });
        const other = await the.cast.course({ lessons: [{ free: true }] });
        const lessons = [...course.lessons, ...other.lessons];
        const members = [await the.cast.member('Anne'), await the.cast.member('Paul')];
        for (const member of members) await as(member).start(course);
        const waves = [steps.filter((_, n) => n % 2), steps.filter((_, n) => n % 2 === 0)];
        await Promise.all(
          waves.map(async (wave, device) => {
            for (const { who, lesson, act, place, watched } of wave)
              await as(members[who] as Member, device ? second : the.database).record(
                lessons[lesson] ?? '',
                act,
                act === 'watch' ? place : null,
                act === 'watch' ? watched : null,
              );
          }),
        );
        for (const member of members) {
          const stood = [await progressOf(member), await enrolmentsOf(member)];
          await the.cast.sql`delete from user_lesson_progress where user_id = ${member.id}`;
          await the.cast.sql`
            update enrollments set completed_at = null, completion_percentage = 0 where user_id = ${member.id}`;
          await the.cast.sql`select rebuild_progress(${member.id})`;
          expect([await progressOf(member), await enrolmentsOf(member)]).toEqual(stood);
        }
      }),
      { numRuns: 25 },
    );
  });
});
