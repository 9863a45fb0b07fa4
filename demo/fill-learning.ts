import type postgres from 'postgres';
import { diceNamed } from './dice';
import { type DemoCourse, type Learner, learningData } from './learning';

/** What these members have learned so far; the courses have been loaded, and none of them follows any. @param members ids */
export async function fillLearning(sql: postgres.Sql, now: Date, members: readonly string[]): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    // The courses are older than the members' enrolments, so that every lesson belongs to their programme.
    const lastYear = tx`${now}::timestamptz - interval '1 year'`;
    await tx`update public.courses set created_at = ${lastYear} where created_at > ${lastYear}`;
    await tx`update public.lessons set created_at = ${lastYear} where created_at > ${lastYear}`;
    const [learners, courses] = [await learnersOf(tx, members), await coursesOf(tx)];
    if (courses.length === 0) return;
    const { enrollments, steps } = learningData(learners, courses, now, diceNamed('learning'));
    await tx`
      insert into public.enrollments (user_id, course_id, enrolled_at)
      select "userId", "courseId", "enrolledAt"
      from jsonb_to_recordset(${tx.json(enrollments)}) as e ("userId" uuid, "courseId" uuid, "enrolledAt" timestamptz)`;
    await tx`
      insert into public.user_progress_history (
        user_id, course_id, lesson_id, kind, from_status, to_status, position, seconds, percentage, course_percentage,
        device, at
      )
      select "userId", "courseId", "lessonId", kind, "from", "to", position, seconds, percentage, "coursePercentage",
        'tablet', at
      from jsonb_to_recordset(${tx.json(steps)}) as s (
        "userId" uuid, "courseId" uuid, "lessonId" uuid, kind text, "from" text, "to" text, position integer,
        seconds integer, percentage integer, "coursePercentage" integer, at timestamptz
      )
      order by at`;
    for (const learner of new Set(enrollments.map(({ userId }) => userId))) {
      await tx`select public.rebuild_progress(${learner})`;
    }
    await tx`
      insert into public.certificates (
        user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count,
        minutes, started_at, completed_at, issued_at
      )
      select e.user_id, c.id, p.full_name, c.title, c.short_description, c.slug, c.pillar_number, t.lessons, t.minutes,
        e.enrolled_at, e.completed_at, date_trunc('second', e.completed_at)
      from public.enrollments e
      join public.courses c on c.id = e.course_id
      join public.profiles p on p.id = e.user_id
      join lateral (
        select count(*)::integer as lessons, sum(l.duration_minutes)::integer as minutes
        from public.user_lesson_progress d
        join public.lessons l on l.id = d.lesson_id
        where d.user_id = e.user_id and l.course_id = c.id and d.completed_at is not null
      ) t on t.lessons > 0
      where e.completed_at is not null and e.user_id = any(${[...members]}::uuid[])`;
    await tx`
      update public.enrollments e
      set last_lesson_id = (
        select h.lesson_id
        from public.user_progress_history h
        where h.user_id = e.user_id and h.course_id = e.course_id and h.lesson_id is not null
        order by h.id desc
        limit 1
      )
      where e.user_id = any(${[...members]}::uuid[])`;
  });
}

function learnersOf(tx: postgres.TransactionSql, members: readonly string[]): Promise<Learner[]> {
  return tx<Learner[]>`
    select p.id, u.email::text as email, p.created_at as "joinedAt",
      p.subscription_type <> 'freemium' or p.app_role in ('author', 'admin') as entitled
    from public.profiles p
    join auth.users u on u.id = p.id
    where p.id = any(${[...members]}::uuid[])
    order by u.email`;
}

function coursesOf(tx: postgres.TransactionSql): Promise<DemoCourse[]> {
  return tx<DemoCourse[]>`
    select c.id, c.pillar_number as pillar, json_agg(
      json_build_object(
        'id', l.id, 'opensAfterDays', l.release_day_offset, 'isFree', l.is_free, 'minutes', l.duration_minutes,
        'videoSeconds', o.video_seconds
      ) order by l.lesson_number
    ) as lessons
    from public.courses c
    join public.lessons l on l.course_id = c.id and l.is_published and l.retired_at is null
    left join public.lesson_contents o on o.lesson_id = l.id
    where c.is_published
    group by c.id
    order by c.pillar_number, c.order_index`;
}
