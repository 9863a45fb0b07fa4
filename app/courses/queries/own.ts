/** « Mon parcours »: the asker's courses, her journal, her sums. */
import type { Tx } from '~/db';
import type { Standing } from '../rules';
import { type LessonColumn, lessonStandings, lessonsOf } from './reading';

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
  /** For `nextIn`: as of the moment of the statement. */
  readonly standing: Standing;
};

type FollowedRow = Omit<FollowedCourse, 'standing'> & {
  readonly id: string;
  readonly lastLessonId: string | null;
  readonly isEntitled: boolean;
  readonly isAuthor: boolean;
  readonly lessons: LessonColumn;
};

/** D77: the asker's courses, the one she was in last first. */
export async function followedCourses(tx: Tx, viewerId: string): Promise<FollowedCourse[]> {
  const rows = await tx<FollowedRow[]>`
    select
      e.id, e.course_id, e.slug, e.title, e.pillar_number as pillar, e.enrolled_at, e.completed_at, e.left_at,
      e.paused_at, e.completion_percentage as percentage, e.lesson_count, e.lessons_completed, e.last_lesson_id,
      may.is_entitled, may.is_author, ${lessonStandings(tx, viewerId, tx`e.course_id`)} as lessons
    from user_courses e
    cross join (select is_entitled() as is_entitled, is_author() as is_author) may
    where e.user_id = ${viewerId}
    order by (
      select max(h.at)
      from user_progress_history h
      where h.user_id = e.user_id and h.course_id = e.course_id
    ) desc nulls last`;
  return rows.map(({ id, lastLessonId, isEntitled, isAuthor, lessons, ...course }) => {
    const { enrolledAt, completedAt, leftAt, pausedAt, percentage } = course;
    const enrollment = { id, enrolledAt, completedAt, leftAt, pausedAt, percentage, lastLessonId };
    return { ...course, standing: { isSignedIn: true, isEntitled, isAuthor, enrollment, lessons: lessonsOf(lessons) } };
  });
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
