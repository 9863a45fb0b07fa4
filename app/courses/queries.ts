/** Every statement on courses. Each takes the viewer's transaction; the row policies decide what there is to see. */
import type { Tx } from '~/db';
import type { Course, Device, Enrollment, LessonStanding, Place, Standing, Status } from './rules';

/** All courses the asker may know of, with their lessons: one statement. For nobody: the published ones. */
export async function coursesFor(tx: Tx): Promise<Course[]> {
  return tx<Course[]>`
    select
      c.id, c.slug, c.title, c.description, c.short_description as summary, c.pillar_number as pillar,
      c.duration_weeks as weeks, c.needs, c.is_published,
      coalesce((
        select json_agg(
          json_build_object(
            'id', l.id, 'number', l.lesson_number, 'title', l.title, 'minutes', l.duration_minutes,
            'opensAfterDays', l.release_day_offset, 'isFree', l.is_free
          ) order by l.lesson_number
        )
        from lessons l
        where l.course_id = c.id and l.is_published and l.retired_at is null
      ), '[]') as lessons
    from courses c
    order by c.pillar_number, c.order_index, c.title`;
}

/** D53: the present address of a course that once had this one. */
export async function slugAfter(tx: Tx, slug: string): Promise<string | null> {
  const [found] = await tx<{ slug: string }[]>`
    select c.slug
    from course_slugs s
    join courses c on c.id = s.course_id
    where s.slug = ${slug}`;
  return found?.slug ?? null;
}

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
      (
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
      ) as lessons,
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
  readonly lessons: Readonly<Record<string, readonly [Status, string | null, boolean]>> | null;
};

function standingOf(row: StandingRow, viewerId: string | null): Standing {
  const { isEntitled, isAuthor, lessons, ...enrollment } = row;
  return {
    isSignedIn: viewerId !== null,
    isEntitled,
    isAuthor,
    enrollment: enrollment.id ? (enrollment as Enrollment) : null,
    lessons: Object.fromEntries(
      Object.entries(lessons ?? {}).map(([id, [status, opensAt, isOpen]]): [string, LessonStanding] => [
        id,
        { status, opensAt: opensAt === null ? null : new Date(opensAt), isOpen },
      ]),
    ),
  };
}

export type LessonWords = {
  readonly version: string;
  /** Markdown. */
  readonly content: string;
  readonly transcript: string;
  /** `<folder>/video/<name>` below `db/courses`. */
  readonly video: string | null;
  readonly videoUrl: string | null;
  readonly videoSeconds: number | null;
  readonly sources: readonly LessonSource[];
};
export type LessonSource = {
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly url?: string;
};

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

/** Null: no such course for the asker. @throws AppError payment_required (`course`: nothing in it is free) */
export async function startCourse(tx: Tx, courseId: string): Promise<'enrolled' | 'returned' | 'already' | null> {
  const [found] = await tx<{ outcome: 'enrolled' | 'returned' | 'already' }[]>`
    select outcome
    from start_course(${courseId})`;
  return found?.outcome ?? null;
}

/** Null: the asker does not follow this course. False: nothing to change. */
export async function changeEnrollment(
  tx: Tx,
  courseId: string,
  act: 'pause' | 'resume' | 'leave',
): Promise<boolean | null> {
  const [found] = await tx<{ changed: boolean | null }[]>`
    select change_enrollment(${courseId}, ${act}) as changed`;
  return found?.changed ?? null;
}

export type Recorded = {
  readonly status: Status;
  /** 0 to 100. */
  readonly percentage: number;
  /** Null for somebody who does not follow the course. */
  readonly coursePercentage: number | null;
  /** True once: for the call that finished it. */
  readonly lessonFinished: boolean;
  readonly courseFinished: boolean;
};

export type Act = {
  readonly act: 'open' | 'watch' | 'complete' | 'restart';
  readonly position?: number;
  readonly watched?: number;
  readonly device: Device;
};

/** G32: the one writer of progress. Null: the lesson is closed to the asker, or not there. */
export async function recordProgress(tx: Tx, lessonId: string, done: Act): Promise<Recorded | null> {
  const [found] = await tx<Recorded[]>`
    select
      new_status as status, new_percentage as percentage, course_percentage, lesson_finished, course_finished
    from record_progress(${lessonId}, ${done.act}, ${done.position ?? null}, ${done.watched ?? null}, ${done.device})`;
  return found ?? null;
}

/** R19: only where the lesson may be read. */
export async function keepNote(tx: Tx, viewerId: string, lessonId: string, note: string): Promise<void> {
  await tx`
    insert into lesson_notes (user_id, lesson_id, content)
    values (${viewerId}, ${lessonId}, ${note})
    on conflict (user_id, lesson_id) do update
    set content = excluded.content`;
}

export async function dropNote(tx: Tx, viewerId: string, lessonId: string): Promise<void> {
  await tx`
    delete from lesson_notes
    where user_id = ${viewerId} and lesson_id = ${lessonId}`;
}

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
