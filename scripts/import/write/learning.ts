/** Courses that this site does not have, and how far members are in all of them. */
import type { Plan } from '../types';
import { inParts, type Tx } from './parts';

export async function writeLearning(tx: Tx, plan: Plan): Promise<void> {
  await writeCourses(tx, plan);
  const { enrollments, progress, history } = plan.learning;
  await inParts(
    tx,
    [...enrollments.values()],
    (rows) => tx`
      insert into public.enrollments (id, user_id, course_id, enrolled_at, completion_percentage, completed_at)
      select id, "userId", "courseId", at, percentage, "completedAt"
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "userId" uuid, "courseId" uuid, at timestamptz, percentage integer, "completedAt" timestamptz
      )`,
  );
  await inParts(
    tx,
    [...progress.values()],
    (rows) => tx`
      insert into public.user_lesson_progress (
        id, user_id, lesson_id, status, completion_percentage, last_video_position, furthest_video_position,
        watch_time_seconds, started_at, completed_at, created_at, updated_at
      )
      select id, "userId", "lessonId", status, percentage, position, position, seconds, "startedAt", "completedAt", at,
        "updatedAt"
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "userId" uuid, "lessonId" uuid, status text, percentage integer, position integer, seconds integer,
        "startedAt" timestamptz, "completedAt" timestamptz, at timestamptz, "updatedAt" timestamptz
      )`,
  );
  await inParts(
    tx,
    history,
    (rows) => tx`
      insert into public.user_progress_history
        (user_id, course_id, lesson_id, kind, to_status, position, seconds, percentage, at)
      select "userId", "courseId", "lessonId", kind, status, position, seconds, percentage, at
      from jsonb_to_recordset(${rows}) as r (
        "userId" uuid, "courseId" uuid, "lessonId" uuid, kind text, status text, position integer, seconds integer,
        percentage integer, at timestamptz
      )`,
  );
}

async function writeCourses(tx: Tx, { learning }: Plan): Promise<void> {
  await inParts(
    tx,
    [...learning.courses.values()].filter(({ isNew }) => isNew),
    (rows) => tx`
      insert into public.courses (
        id, title, slug, description, short_description, emoji, color_gradient, pillar_number, order_index, duration_weeks,
        is_published, created_at
      )
      select id, title, slug, description, summary, emoji, colors, pillar, place, weeks, "isPublished", at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, title text, slug text, description text, summary text, emoji text, colors text, pillar integer,
        place integer, weeks integer, "isPublished" boolean, at timestamptz
      )`,
  );
  const lessons = [...learning.lessons.values()].filter(({ isNew }) => isNew);
  await inParts(
    tx,
    lessons,
    (rows) => tx`
      insert into public.lessons
        (id, course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, created_at)
      select id, "courseId", slug, title, number, minutes, "offset", "isFree", at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "courseId" uuid, slug text, title text, number integer, minutes integer, "offset" integer,
        "isFree" boolean, at timestamptz
      )`,
  );
  await inParts(
    tx,
    lessons,
    (rows) => tx`
      insert into public.lesson_contents (lesson_id, content, video_url)
      select id, content, "videoUrl"
      from jsonb_to_recordset(${rows}) as r (id uuid, content text, "videoUrl" text)`,
  );
}
