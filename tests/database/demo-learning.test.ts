/** The demonstration's courses: as many as the earlier system had, and a journal that says the same as what stands (U13). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDemo } from '../../demo/prepare';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
  await prepareDemo(the.url);
});
afterAll(() => the.close());

const count = async (table: string) => {
  const [row] = await the.cast.sql.unsafe(`select count(*)::int as n from ${table}`);
  return row?.n;
};

test('150 enrolments and 300 lessons begun', async () => {
  expect([await count('enrollments'), await count('user_lesson_progress')]).toEqual([150, 300]);
});

test('nothing lies in the future, before an enrolment, or in a lesson that was closed', async () => {
  const wrong = await the.cast.sql`
    select h.id
    from user_progress_history h
    join enrollments e on e.user_id = h.user_id and e.course_id = h.course_id
    join profiles p on p.id = h.user_id
    left join lessons l on l.id = h.lesson_id
    where h.at > now()
      or h.at < e.enrolled_at
      or e.enrolled_at < p.created_at
      or h.at < lesson_opens_at(e.enrolled_at, 0, l.release_day_offset)
      or not (coalesce(l.is_free, true) or p.subscription_type <> 'freemium' or p.app_role in ('author', 'admin'))`;
  expect(wrong).toHaveLength(0);
});

test('a second start changes nothing', async () => {
  const before = await the.cast.sql`select * from lessons order by id`;
  const steps = await count('user_progress_history');
  await prepareDemo(the.url);
  expect(await the.cast.sql`select * from lessons order by id`).toEqual(before);
  expect(await count('user_progress_history')).toBe(steps);
});

test('Fatima has finished a course and is in the middle of another; Gérard reads what is free', async () => {
  const rows = await the.cast.sql`
    select u.email::text, c.pillar_number as pillar, e.completion_percentage as percentage
    from enrollments e
    join auth.users u on u.id = e.user_id
    join courses c on c.id = e.course_id
    where u.email in ('fatima@exemple.fr', 'gerard@exemple.fr')
    order by 1, 2`;
  expect(rows).toMatchObject([
    { email: 'fatima@exemple.fr', pillar: 1, percentage: expect.toSatisfy((n: number) => n > 0 && n < 100) },
    { email: 'fatima@exemple.fr', pillar: 2, percentage: 100 },
    { email: 'gerard@exemple.fr', pillar: 1 },
    { email: 'gerard@exemple.fr', pillar: 5 },
  ]);
});
