/** What earns, how often, and that what is stored is what the acts make (D71, D73, D75, R25). */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { postMessage, toggleReaction } from '~/chat/commands';
import { completeLesson, restartLesson, savePlace } from '~/courses/commands';
import { coursesFor } from '~/courses/queries/courses';
import { createLimits } from '~/limits';
import { rebuildStats } from '~/play/queries/rebuild';
import { badgesDue } from '~/play/rules/badges';
import { RULES, THRESHOLDS } from '~/play/rules/points';
import { createSalon, joinSalon, leaveSalon } from '~/salons/commands';
import type { Member } from '../support/cast';
import { attempt, type Stage, stage, viewerOf } from '../support/policies';

let the: Stage;
let anne: Member;
let paul: Member;
beforeAll(async () => {
  the = await stage();
});
beforeEach(async () => {
  anne = await the.cast.member('Anne');
  paul = await the.cast.member('Paul');
  // Nobody is new, but where a test says so.
  await the.cast.sql`update profiles set created_at = now() - interval '1 year'`;
});
afterAll(() => the.close());

const services = () => ({ database: the.database, hub: the.hub, limits: createLimits(rateLimitRows(the.database)) });
const actsOf = async ({ id }: Member) => {
  const rows = await the.cast.sql<{ type: string; n: number }[]>`
    select type, count(*)::int as n from user_activities where user_id = ${id} and type <> 'badge' group by type`;
  return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
};
const statsOf = async ({ id }: Member) => {
  const [row] = await the.cast.sql`
    select points, level, streak_days as streak, total_lessons_completed as lessons, total_study_time_minutes as minutes
    from user_stats where user_id = ${id}`;
  return row;
};
const rebuilt = () => the.database.asSystem(rebuildStats);
const say = (member: Member, salon: string, text: string, replyTo: number | null = null) =>
  postMessage(services(), viewerOf(member), salon, { text, replyTo, key: null });

async function courseOf(options?: Parameters<Stage['cast']['course']>[0]) {
  const made = await the.cast.course(options);
  const known = await the.database.asViewer(anne.id, coursesFor);
  const course = known.find(({ id }) => id === made.id);
  if (!course) throw new Error('no course');
  return course;
}

describe('a lesson', () => {
  test('finished in two tabs at once earns once, and so do the course and the day; begun again, never again', async () => {
    const course = await courseOf({ lessons: [{ free: true }] });
    const [lesson] = course.lessons;
    await the.cast.sql`insert into enrollments (user_id, course_id) values (${anne.id}, ${course.id})`;
    const finish = () => completeLesson(services(), viewerOf(anne), course, lesson?.id ?? '', 'computer');
    await Promise.all([finish(), finish(), finish()]);
    const once = { lesson: 1, course: 1, study: 1 };
    expect(await actsOf(anne)).toEqual(once);
    const points = RULES.lesson.points + RULES.course.points + RULES.study.points;
    expect(await statsOf(anne)).toMatchObject({ points, lessons: 1, streak: 1, level: 2 });
    await restartLesson(services(), viewerOf(anne), lesson?.id ?? '', 'computer');
    // D73: the total says what the rows of progress say; points stay.
    expect(await statsOf(anne)).toMatchObject({ points, lessons: 0 });
    await finish();
    expect([await actsOf(anne), await rebuilt()]).toEqual([once, 0]);
  });

  test('counts its time of study as the rows of progress have it', async () => {
    const course = await courseOf({ lessons: [{ free: true, video: 600 }] });
    const lesson = course.lessons[0]?.id ?? '';
    await savePlace(services(), viewerOf(anne), lesson, { position: 1, watched: 5 }, 'computer');
    await the.cast.sql`
      update user_lesson_progress set watch_time_seconds = 130, watched_until = now() - interval '1 minute'
      where user_id = ${anne.id}`;
    await savePlace(services(), viewerOf(anne), lesson, { position: 9, watched: 150 }, 'computer');
    expect([await statsOf(anne), await rebuilt()]).toMatchObject([{ minutes: 2, points: RULES.study.points }, 0]);
  });
});

describe('messages', () => {
  test('fifty at once earn as often as the rule says, and the fiftieth is stored like the first', async () => {
    const { id: salon } = await the.cast.salon(anne);
    await Promise.all(Array.from({ length: 50 }, (_, n) => say(anne, salon, `Bonjour ${n}`)));
    expect(await actsOf(anne)).toEqual({ message: RULES.message.aDay });
    expect(await statsOf(anne)).toMatchObject({ points: RULES.message.aDay * RULES.message.points });
    const [row] = await the.cast.sql`select count(*)::int as n from chat_messages where salon_id = ${salon}`;
    expect([row?.n, await rebuilt()]).toEqual([50, 0]);
  });

  test('fifty at once after midnight in Paris earn for the new day, and what was earned before midnight stays', async () => {
    const { id: salon } = await the.cast.salon(anne);
    await the.cast.sql`
      insert into user_activities (user_id, type, points, title, created_at)
      select ${anne.id}, 'message', ${RULES.message.points}, 'x',
        (date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris') - interval '1 millisecond'
      from generate_series(1, ${RULES.message.aDay})`;
    await Promise.all(Array.from({ length: 50 }, (_, n) => say(anne, salon, `Bonne nuit ${n}`)));
    expect(await actsOf(anne)).toEqual({ message: 2 * RULES.message.aDay });
    expect(await statsOf(anne)).toMatchObject({ points: 2 * RULES.message.aDay * RULES.message.points, streak: 2 });
    expect(await rebuilt()).toBe(0);
  });

  test('an answer to somebody new is a welcome, once; to somebody of long standing it is none', async () => {
    const { id: salon } = await the.cast.salon(anne);
    await the.cast.join(paul, salon);
    const first = await say(paul, salon, 'Je découvre.');
    await say(anne, salon, 'Bienvenue !', first.id);
    expect(await actsOf(anne)).toEqual({ message: 1 });
    await the.cast.sql`update profiles set created_at = now() - interval '3 days' where id = ${paul.id}`;
    for (let n = 0; n < 3; n += 1) await say(anne, salon, `Bienvenue ${n} !`, first.id);
    expect(await actsOf(anne)).toEqual({ message: 4, welcome: 1 });
    // Answering oneself welcomes nobody.
    await say(paul, salon, 'Merci à moi.', first.id);
    expect(await actsOf(paul)).toEqual({ message: 2 });
  });

  test('« merci » pays its author once a message, and nobody for thanking herself; taken back, it stays', async () => {
    const { id: salon } = await the.cast.salon(anne);
    await the.cast.join(paul, salon);
    const { id } = await say(anne, salon, 'Voici la recette.');
    const thank = (member: Member, emoji = 'merci') => toggleReaction(services(), viewerOf(member), salon, id, emoji);
    await thank(anne);
    await thank(paul, 'coeur');
    expect(await actsOf(anne)).toEqual({ message: 1 });
    for (let n = 0; n < 3; n += 1) await thank(paul);
    expect(await actsOf(anne)).toEqual({ message: 1, thanks: 1 });
    expect(await actsOf(paul)).toEqual({});
  });
});

test('a salon joined, left and joined again earns once, and the journal names it', async () => {
  const { id: salon } = await the.cast.salon(paul, { name: 'Jardin au balcon' });
  for (let n = 0; n < 3; n += 1) {
    await joinSalon(services(), viewerOf(anne), salon);
    await leaveSalon(services(), viewerOf(anne), salon);
  }
  const [line] = await the.cast
    .sql`select title, points from user_activities where user_id = ${anne.id} and type = 'salon'`;
  expect(line).toEqual({ title: 'Entrée dans le salon «\u202fJardin au balcon\u202f»', points: RULES.salon.points });
  const salonForm = {
    ...{ name: 'Mon salon', description: '', category: 'autres' as const, city: null, colorTheme: '#123456' },
    ...{ visibility: 'public' as const, showsLastWords: false, key: 'une-cle' },
  } as const;
  for (let n = 0; n < 2; n += 1) await createSalon(services(), viewerOf(anne), salonForm);
  expect(await actsOf(anne)).toEqual({ salon: 1, founding: 1 });
});

describe('a badge', () => {
  test('is given once, announced once, and kept when its rule changes (D75)', async () => {
    const { id: salon } = await the.cast.salon(anne);
    await Promise.all(Array.from({ length: 6 }, (_, n) => say(anne, salon, `Bonjour ${n}`)));
    const had = async () => the.cast.sql`select badge_id, title from user_achievements where user_id = ${anne.id}`;
    expect(await had()).toEqual([{ badge_id: 'premier-message', title: 'Premier mot' }]);
    const told = await the.cast.sql`select said, leads_to from notices where user_id = ${anne.id} and kind = 'badge'`;
    expect(told).toEqual([{ said: expect.stringContaining('Premier mot'), leads_to: '/parcours/badges' }]);
    const [act] = await the.cast
      .sql`select title, points from user_activities where user_id = ${anne.id} and type = 'badge'`;
    expect(act).toEqual({ title: 'Badge obtenu\u202f: «\u202fPremier mot\u202f»', points: 0 });
    // Whatever the catalogue says later, the row says what she was given.
    await the.cast
      .sql`update user_achievements set badge_id = 'retire', title = 'Ancien badge' where user_id = ${anne.id}`;
    expect(await had()).toEqual([{ badge_id: 'retire', title: 'Ancien badge' }]);
  });

  test('that a fault has left out is due after the next act', () => {
    const due = badgesDue({ message: 30, streak: 3, had: ['premier-message'] }).map(({ id }) => id);
    expect(due).toEqual(['vingt-cinq-messages', 'trois-jours']);
  });
});

describe('what is stored', () => {
  test('is what the acts make, over random lives; an act deleted by hand is told by the rebuild', async () => {
    const act = fc.record({
      type: fc.constantFrom('lesson', 'study', 'message', 'salon', 'thanks', 'correction'),
      points: fc.integer({ min: 0, max: 100 }),
      ago: fc.integer({ min: 0, max: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (life) => {
        const { id } = await the.cast.member('Vie');
        const points = life.reduce((sum, each) => sum + each.points, 0);
        for (const each of life) {
          await the.cast.sql`
            insert into user_activities (user_id, type, points, title, created_at)
            values (${id}, ${each.type}, ${each.points}, 'x', now() - make_interval(days => ${each.ago}))`;
          // As the verbs do it: after every act.
          await the.cast.sql`select refresh_stats(${id}, ${THRESHOLDS as number[]})`;
        }
        const before = await the.cast.sql`select * from user_stats where user_id = ${id}`;
        expect(await rebuilt()).toBe(0);
        expect(await the.cast.sql`select * from user_stats where user_id = ${id}`).toEqual(before);
        expect(before[0]?.points).toBe(points);
        const [gone] = await the.cast.sql`
          delete from user_activities
          where id = (select id from user_activities where user_id = ${id} order by points desc limit 1)
          returning points`;
        expect(await rebuilt()).toBe(gone?.points > 0 || life.length > 1 ? await differs(id, before[0]) : 1);
        expect(await rebuilt()).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  /** 1 where the deleted act had changed a figure. */
  async function differs(id: string, before: Readonly<Record<string, unknown>> | undefined): Promise<number> {
    const [now] = await the.cast.sql`select points, level, streak_days from user_stats where user_id = ${id}`;
    return ['points', 'level', 'streak_days'].some((column) => now?.[column] !== before?.[column]) ? 1 : 0;
  }

  test('can be changed by no statement of a member’s own (R25)', async () => {
    await the.cast.sql`insert into user_stats (user_id) values (${anne.id})`;
    for (const statement of [
      'update user_stats set points = 9999',
      'delete from user_activities',
      `insert into user_activities (user_id, type, title, points) values ('${anne.id}', 'lesson', 'x', 50)`,
      `select note_activity('${anne.id}', 'lesson', 'x', 50, 9, 'x', 'x', null, '{0}')`,
      `select refresh_stats('${anne.id}', '{0}')`,
    ]) {
      expect((await attempt(the.database, anne.id, statement)).outcome, statement).toBe('denied');
    }
  });
});
