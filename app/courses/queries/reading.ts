/** Where somebody stands, and what a lesson says to her. The row policies decide what there is to see. */
import type { Fragment, Tx } from '~/db';
import type { Enrollment, LessonStanding, LessonWords, Place, Standing, Status } from '../rules';

/** Where the asker stands in this course, lesson by lesson: one statement. Also for somebody who is not signed in. */
export async function standingIn(tx: Tx, viewerId: string | null, courseId: string): Promise<Standing> {
  return (await readingIn(tx, viewerId, courseId, null)).standing;
}

/** What the asker has of a lesson she may read: which state of its words, where she was in its video, what she noted. */
export type OpenedLesson = Place & {
  /** Moves with every change of the words. */
  readonly version: string;
  readonly note: string | null;
};

/** The same, with one of its lessons; `opened` is null where that is closed to the asker. Still one statement. */
export async function readingIn(tx: Tx, viewerId: string | null, courseId: string, lessonId: string | null) {
  const [row] = await tx<(StandingRow & { readonly opened: OpenedLesson | null })[]>`
    select
      is_entitled() as is_entitled, is_author() as is_author, e.id, e.enrolled_at, e.completed_at, e.left_at,
      e.paused_at, e.last_lesson_id, e.completion_percentage as percentage,
      ${lessonStandings(tx, viewerId, tx`${courseId}`)} as lessons,
      (
        select json_build_object(
          'version', c.updated_at,
          'position', coalesce(p.last_video_position, 0),
          'furthest', coalesce(p.furthest_video_position, 0),
          'watched', coalesce(p.watch_time_seconds, 0),
          'note', n.content
        )
        from lesson_contents c
        left join user_lesson_progress p on p.lesson_id = c.lesson_id and p.user_id = ${viewerId}
        left join lesson_notes n on n.lesson_id = c.lesson_id and n.user_id = ${viewerId}
        where c.lesson_id = ${lessonId}
      ) as opened
    from (select 1) one
    left join enrollments e on e.course_id = ${courseId} and e.user_id = ${viewerId}`;
  if (!row) throw new Error('a row of one always comes');
  const { opened, ...standing } = row;
  return { standing: standingOf(standing, viewerId), opened };
}

type StandingRow = Partial<Enrollment> & {
  readonly isEntitled: boolean;
  readonly isAuthor: boolean;
  readonly lessons: LessonColumn;
};

/** By lesson: its status, the day it opens, and whether that day has come. Null: the course has none. */
export type LessonColumn = Readonly<Record<string, readonly [Status, string | null, boolean]>> | null;

/** A part of a statement in which `e` is the viewer's enrolment. */
export function lessonStandings(tx: Tx, viewerId: string | null, courseId: Fragment): Fragment {
  return tx`(
    select json_object_agg(l.id, json_build_array(
      coalesce(p.status, 'not_started'),
      lesson_opens_at(e.enrolled_at, e.paused_days, l.release_day_offset),
      is_released(
        case when e.left_at is null then e.enrolled_at end,
        e.paused_at, e.paused_days, e.all_open, l.release_day_offset
      )
    ))
    from lessons l
    left join user_lesson_progress p on p.lesson_id = l.id and p.user_id = ${viewerId}
    where l.course_id = ${courseId}
  )`;
}

function standingOf(row: StandingRow, viewerId: string | null): Standing {
  const { isEntitled, isAuthor, lessons, ...enrollment } = row;
  return {
    isSignedIn: viewerId !== null,
    isEntitled,
    isAuthor,
    enrollment: enrollment.id ? (enrollment as Enrollment) : null,
    lessons: lessonsOf(lessons),
  };
}

export function lessonsOf(column: LessonColumn): Standing['lessons'] {
  return Object.fromEntries(
    Object.entries(column ?? {}).map(([id, [status, opensAt, isOpen]]): [string, LessonStanding] => [
      id,
      { status, opensAt: opensAt === null ? null : new Date(opensAt), isOpen },
    ]),
  );
}

/** Null: it is closed to the asker. */
export async function lessonWords(tx: Tx, lessonId: string): Promise<LessonWords | null> {
  const [found] = await tx<LessonWords[]>`
    select to_json(updated_at) as version, content, transcript, video, video_url, video_seconds, sources
    from lesson_contents
    where lesson_id = ${lessonId}`;
  return found ?? null;
}

/** The files of a lesson's video, for somebody who may read the lesson. */
export async function lessonVideo(tx: Tx, slug: string, number: number): Promise<string | null> {
  const [found] = await tx<{ video: string | null }[]>`
    select o.video
    from courses c
    join lessons l on l.course_id = c.id and l.lesson_number = ${number}
    join lesson_contents o on o.lesson_id = l.id
    where c.slug = ${slug}`;
  return found?.video ?? null;
}
