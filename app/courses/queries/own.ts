/** « Mon parcours »: the asker's courses, her journal, her sums. */
import type { Tx } from '~/db';

/** A course as « Mon parcours » has it. */
export type FollowedCourse = {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly pillar: number;
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
  readonly leftAt: Date | null;
  readonly pausedAt: Date | null;
  readonly percentage: number;
  readonly lessonCount: number;
  readonly lessonsCompleted: number;
  readonly lastLesson: { readonly number: number; readonly title: string } | null;
};

/** D77: the asker's courses, the one she was in last first. */
export async function followedCourses(tx: Tx, viewerId: string): Promise<FollowedCourse[]> {
  return tx<FollowedCourse[]>`
    select
      u.course_id, u.slug, u.title, u.pillar_number as pillar, u.enrolled_at, u.completed_at, u.left_at, u.paused_at,
      u.completion_percentage as percentage, u.lesson_count, u.lessons_completed,
      (
        select json_build_object('number', l.lesson_number, 'title', l.title)
        from lessons l
        where l.id = u.last_lesson_id and l.lesson_number is not null
      ) as last_lesson
    from user_courses u
    where u.user_id = ${viewerId}
    order by (
      select max(h.at)
      from user_progress_history h
      where h.user_id = u.user_id and h.course_id = u.course_id
    ) desc nulls last`;
}

export type JournalLine = {
  readonly id: number;
  readonly kind:
    | 'enrolled'
    | 'returned'
    | 'left'
    | 'paused'
    | 'resumed'
    | 'started'
    | 'completed'
    | 'restarted'
    | 'course_completed';
  readonly at: Date;
  readonly course: { readonly slug: string; readonly title: string } | null;
  readonly lesson: { readonly number: number; readonly title: string } | null;
};

/** The asker's last actions, newest first; where she was in a video is no action. */
export async function journalOf(tx: Tx, viewerId: string): Promise<JournalLine[]> {
  return tx<JournalLine[]>`
    select
      h.id, h.kind, h.at,
      (select json_build_object('slug', c.slug, 'title', c.title) from courses c where c.id = h.course_id) as course,
      (
        select json_build_object('number', l.lesson_number, 'title', l.title)
        from lessons l
        where l.id = h.lesson_id and l.lesson_number is not null
      ) as lesson
    from user_progress_history h
    where h.user_id = ${viewerId} and h.kind <> 'watched'
    order by h.id desc
    limit 20`;
}

/** D73: lessons finished, and seconds of video, over all courses. */
export type StudyTotals = { readonly lessons: number; readonly seconds: number };

export async function studyTotals(tx: Tx, viewerId: string): Promise<StudyTotals> {
  const [found] = await tx<StudyTotals[]>`
    select
      count(*) filter (where status = 'completed') as lessons,
      coalesce(sum(watch_time_seconds), 0) as seconds
    from user_lesson_progress
    where user_id = ${viewerId}`;
  return found ?? { lessons: 0, seconds: 0 };
}
