/** Every statement by which courses come from files. They run as the system role, in one transaction (X08). */
import type { Tx } from '~/db';
import type { CourseFile, LessonFile } from './read';

/** One loading at a time; the second waits for as long as the first takes. */
export async function lockLoading(tx: Tx): Promise<void> {
  await tx`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`;
  await tx`select pg_advisory_xact_lock(hashtext('aurora50.courses'))`;
}

/** The processes that serve pages hear of it at the commit (Q03). */
export async function tellOfCourses(tx: Tx): Promise<void> {
  await tx`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
}

/** From now on as if no page had ever changed them; an empty hash is no file's, so that each is read again. */
export async function forgetPages(tx: Tx): Promise<void> {
  const edited = await tx<{ id: string }[]>`
    update courses c
    set edited_at = null, source_hash = ''
    where c.source is not null
      and (c.edited_at is not null or exists (select from lessons l where l.course_id = c.id and l.edited_at is not null))
    returning c.id`;
  // Lessons that only a page has made keep having no file.
  await tx`
    update lessons
    set edited_at = null, source_hash = case when source_hash is not null then '' end
    where course_id = any(${edited.map(({ id }) => id)}::uuid[])`;
}

export type KnownCourse = {
  readonly id: string;
  readonly sourceHash: string | null;
  /** An author has written it further on a page. */
  readonly isEdited: boolean;
  /** The files say something else than the last time. */
  readonly isChanged: boolean;
};

/** The course that came from this folder, else the one of this address or of a previous one. */
export async function knownCourse(tx: Tx, course: CourseFile): Promise<KnownCourse | null> {
  const [known] = await tx<KnownCourse[]>`
    select id, source_hash,
      edited_at is not null or exists (
        select from lessons l where l.course_id = courses.id and l.edited_at is not null
      ) as is_edited,
      source_hash is distinct from ${course.hash} or exists (
        select
        from unnest(${course.lessons.map(({ hash }) => hash)}::text[]) f (hash)
        where not exists (select from lessons l where l.course_id = courses.id and l.source_hash = f.hash)
      ) as is_changed
    from courses
    where source = ${course.folder} or slug = any(${[course.slug, ...course.previous_slugs]}::text[])
    order by source is not distinct from ${course.folder} desc
    limit 1`;
  return known ?? null;
}

export async function updateCourse(tx: Tx, id: string, course: CourseFile): Promise<void> {
  await tx`
    update courses
    set title = ${course.title}, slug = ${course.slug}, description = ${course.description},
      short_description = ${course.summary}, pillar_number = ${course.pillar}, order_index = ${course.order},
      duration_weeks = ${course.weeks}, needs = ${course.needs}, is_published = ${course.published},
      source = ${course.folder}, source_hash = ${course.hash}
    where id = ${id}`;
}

export async function insertCourse(tx: Tx, course: CourseFile): Promise<string> {
  const [made] = await tx<{ id: string }[]>`
    insert into courses (
      title, slug, description, short_description, pillar_number, order_index, duration_weeks, needs, is_published,
      source, source_hash
    ) values (
      ${course.title}, ${course.slug}, ${course.description}, ${course.summary}, ${course.pillar}, ${course.order},
      ${course.weeks}, ${course.needs}, ${course.published}, ${course.folder}, ${course.hash}
    )
    returning id`;
  if (!made) throw new Error('the course was not inserted');
  return made.id;
}

/** Addresses that lead to this course from now on, unless a course stands there. */
export async function keepOldSlugs(tx: Tx, courseId: string, slugs: readonly string[]): Promise<void> {
  await tx`
    insert into course_slugs (slug, course_id)
    select slug, ${courseId}
    from unnest(${slugs}::text[]) slug
    where not exists (select from courses c where c.slug = slug.slug)
    on conflict (slug) do nothing`;
}

export type KnownLesson = {
  readonly id: string;
  readonly slug: string;
  /** Null: no file has made it. */
  readonly hash: string | null;
};

export function knownLessons(tx: Tx, courseId: string): Promise<readonly KnownLesson[]> {
  return tx<KnownLesson[]>`
    select id, slug, source_hash as hash
    from lessons
    where course_id = ${courseId}`;
}

/** Numbers change hands: looked at when all of them are in their place. */
export async function deferNumbers(tx: Tx): Promise<void> {
  await tx`set constraints public.lessons_lesson_number_key deferred`;
}

export async function checkNumbers(tx: Tx): Promise<void> {
  await tx`set constraints public.lessons_lesson_number_key immediate`;
}

/** Without its hash, so that a file that comes back is new again. */
export async function retireLessons(tx: Tx, gone: readonly KnownLesson[]): Promise<void> {
  await tx`
    update lessons
    set retired_at = coalesce(retired_at, now()), lesson_number = null, source_hash = null
    where id = any(${gone.map(({ id }) => id)}::uuid[])`;
}

/** Those of the files in their order, then those that an author has added on a page. */
export async function numberLessons(tx: Tx, courseId: string, lessons: readonly LessonFile[]): Promise<void> {
  await tx`
    update lessons l
    set lesson_number = n.number
    from (
      select id, row_number() over (
        order by array_position(${lessons.map(({ slug }) => slug)}::text[], slug) nulls last, lesson_number
      ) as number
      from lessons
      where course_id = ${courseId} and retired_at is null
    ) n
    where n.id = l.id
      and l.lesson_number <> n.number`;
}

export async function updateLesson(tx: Tx, id: string, lesson: LessonFile): Promise<void> {
  await tx`
    update lessons
    set slug = ${lesson.slug}, title = ${lesson.title}, lesson_number = ${lesson.number},
      duration_minutes = ${lesson.minutes}, release_day_offset = ${lesson.opens_after_days},
      is_free = ${lesson.free}, is_published = ${lesson.published}, retired_at = null, source_hash = ${lesson.hash}
    where id = ${id}`;
}

export async function insertLesson(tx: Tx, courseId: string, lesson: LessonFile): Promise<string> {
  const [made] = await tx<{ id: string }[]>`
    insert into lessons (
      course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, source_hash
    ) values (
      ${courseId}, ${lesson.slug}, ${lesson.title}, ${lesson.number}, ${lesson.minutes},
      ${lesson.opens_after_days}, ${lesson.free}, ${lesson.published}, ${lesson.hash}
    )
    returning id`;
  if (!made) throw new Error('the lesson was not inserted');
  return made.id;
}

export async function writeContent(tx: Tx, lessonId: string, lesson: LessonFile): Promise<void> {
  await tx`
    insert into lesson_contents (lesson_id, content, video, video_url, video_seconds, transcript, sources)
    values (
      ${lessonId}, ${lesson.content}, ${lesson.videoPlace}, ${lesson.video_url ?? null}, ${lesson.videoSeconds},
      ${lesson.transcript}, ${JSON.stringify(lesson.sources)}::text::jsonb
    )
    on conflict (lesson_id) do update
    set content = excluded.content, video = excluded.video, video_url = excluded.video_url,
      video_seconds = excluded.video_seconds, transcript = excluded.transcript, sources = excluded.sources`;
}

/** Courses whose folder is gone are no longer offered; who followed one keeps her progress. @returns their titles */
export async function retireCoursesBeside(tx: Tx, folders: readonly string[]): Promise<readonly string[]> {
  const gone = await tx<{ title: string }[]>`
    update courses
    set is_published = false, source_hash = null
    where source is not null
      and is_published
      and edited_at is null
      and not exists (select from lessons l where l.course_id = courses.id and l.edited_at is not null)
      and source <> all(${folders}::text[])
    returning title`;
  return gone.map(({ title }) => title);
}
