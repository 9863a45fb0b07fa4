/** Puts courses read from files into the database (X08): all of them or none; twice changes nothing. */
import { join } from 'node:path';
import type postgres from 'postgres';
import { connect } from '../../../db/connect';
import { projectRoot } from '../../../db/project-root';
import { type CourseFile, type LessonFile, readCourses } from './read';

type Tx = postgres.TransactionSql;

export type Loaded = {
  readonly courses: number;
  readonly lessons: number;
  /** What was new or different: « cours », « leçon », « retirée ». */
  readonly changes: readonly string[];
  /** Courses whose files have changed, left alone because an author has written them on a page since. */
  readonly kept: readonly string[];
};

export const coursesFolder = (): string => join(projectRoot(), 'db', 'courses');

/**
 * A course is the one that came from this folder, else the one of this address or of a previous one. A lesson is the
 * one of this name in its course, or of a previous one. What has not changed in the files since the last time is left
 * as it stands, and a course that an author has written further on a page is left alone altogether
 * (docs/decisions/029). What is gone from the files is retired and keeps its members' progress. The processes that serve pages hear of it at the commit (Q03).
 * @param force the files win over the pages: what authors have written there is overwritten
 * @throws CourseFault with every fault of every file; nothing is half loaded
 */
export async function loadCourses(url: string, folder = coursesFolder(), { force = false } = {}): Promise<Loaded> {
  const courses = readCourses(folder);
  const sql = connect(url);
  try {
    const changes: string[] = [];
    const kept: string[] = [];
    await sql.begin(async (tx) => {
      await tx`set local role aurora_system`;
      await tx`select pg_advisory_xact_lock(hashtext('aurora50.courses'))`;
      if (force) await forgetPages(tx);
      for (const course of courses) await loadCourse(tx, course, changes, kept);
      await retireMissing(tx, courses, changes);
      if (changes.length > 0) await tx`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
    });
    return { courses: courses.length, lessons: courses.flatMap(({ lessons }) => lessons).length, changes, kept };
  } finally {
    await sql.end();
  }
}

/** From now on as if no page had ever changed them; an empty hash is no file's, so that each is read again. */
async function forgetPages(tx: Tx): Promise<void> {
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
    where course_id = any(${edited.map(({ id }) => id)})`;
}

async function loadCourse(tx: Tx, course: CourseFile, changes: string[], kept: string[]): Promise<void> {
  const [known] = await tx<{ id: string; sourceHash: string | null; isEdited: boolean; isChanged: boolean }[]>`
    select id, source_hash as "sourceHash",
      edited_at is not null or exists (
        select from lessons l where l.course_id = courses.id and l.edited_at is not null
      ) as "isEdited",
      source_hash is distinct from ${course.hash} or exists (
        select
        from jsonb_to_recordset(${tx.json(course.lessons.map(({ hash }) => ({ hash })))}) as f (hash text)
        where not exists (select from lessons l where l.course_id = courses.id and l.source_hash = f.hash)
      ) as "isChanged"
    from courses
    where source = ${course.folder} or slug = any(${[course.slug, ...course.previous_slugs]})
    order by source is not distinct from ${course.folder} desc
    limit 1`;
  if (known?.isEdited) {
    if (known.isChanged) kept.push(course.title);
    return;
  }
  const id = known?.id ?? (await insertCourse(tx, course));
  if (known && known.sourceHash !== course.hash) {
    await tx`
      update courses
      set title = ${course.title}, slug = ${course.slug}, description = ${course.description},
        short_description = ${course.summary}, pillar_number = ${course.pillar}, order_index = ${course.order},
        duration_weeks = ${course.weeks}, needs = ${course.needs}, is_published = ${course.published},
        source = ${course.folder}, source_hash = ${course.hash}
      where id = ${id}`;
  }
  if (known?.sourceHash !== course.hash) changes.push(`cours « ${course.title} »`);
  await tx`
    insert into course_slugs (slug, course_id)
    select slug, ${id}
    from unnest(${course.previous_slugs as string[]}::text[]) slug
    where not exists (select from courses c where c.slug = slug.slug)
    on conflict (slug) do nothing`;
  await loadLessons(tx, id, course, changes);
}

async function insertCourse(tx: Tx, course: CourseFile): Promise<string> {
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

async function loadLessons(tx: Tx, courseId: string, course: CourseFile, changes: string[]): Promise<void> {
  const rows = await tx<{ id: string; slug: string; hash: string | null; number: number | null }[]>`
    select id, slug, source_hash as hash, lesson_number as number
    from lessons
    where course_id = ${courseId}`;
  const found = course.lessons.map((lesson) => ({ lesson, row: rowOf(rows, lesson) }));
  const changed = found.filter(({ lesson, row }) => row?.hash !== lesson.hash);
  const gone = rows.filter(({ id, hash }) => hash !== null && !found.some(({ row }) => row?.id === id));
  if (changed.length + gone.length === 0) return;
  // Numbers change hands: looked at when all of them are in their place.
  await tx`set constraints public.lessons_lesson_number_key deferred`;
  await retireLessons(tx, gone);
  for (const { lesson, row } of changed) await loadLesson(tx, courseId, lesson, row?.id ?? null);
  await numberLessons(tx, courseId, course.lessons);
  await tx`set constraints public.lessons_lesson_number_key immediate`;
  for (const { slug } of gone) changes.push(`leçon retirée « ${slug} » (${course.title})`);
  for (const { lesson } of changed) changes.push(`leçon ${lesson.number} « ${lesson.title} »`);
}

/** Without its hash, so that a file that comes back is new again. */
async function retireLessons(tx: Tx, gone: readonly { readonly id: string }[]): Promise<void> {
  await tx`
    update lessons
    set retired_at = coalesce(retired_at, now()), lesson_number = null, source_hash = null
    where id = any(${gone.map(({ id }) => id)})`;
}

/** Those of the files in their order, then those that an author has added on a page. */
async function numberLessons(tx: Tx, courseId: string, lessons: readonly LessonFile[]): Promise<void> {
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

function rowOf<Row extends { readonly slug: string }>(rows: readonly Row[], lesson: LessonFile): Row | undefined {
  return rows.find(({ slug }) => slug === lesson.slug) ?? rows.find(({ slug }) => lesson.previous_slugs.includes(slug));
}

async function loadLesson(tx: Tx, courseId: string, lesson: LessonFile, known: string | null): Promise<void> {
  const [row] = known
    ? await tx<{ id: string }[]>`
        update lessons
        set slug = ${lesson.slug}, title = ${lesson.title}, lesson_number = ${lesson.number},
          duration_minutes = ${lesson.minutes}, release_day_offset = ${lesson.opens_after_days},
          is_free = ${lesson.free}, is_published = ${lesson.published}, retired_at = null, source_hash = ${lesson.hash}
        where id = ${known}
        returning id`
    : await tx<{ id: string }[]>`
        insert into lessons (
          course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, source_hash
        ) values (
          ${courseId}, ${lesson.slug}, ${lesson.title}, ${lesson.number}, ${lesson.minutes},
          ${lesson.opens_after_days}, ${lesson.free}, ${lesson.published}, ${lesson.hash}
        )
        returning id`;
  await tx`
    insert into lesson_contents (lesson_id, content, video, video_url, video_seconds, transcript, sources)
    values (
      ${row?.id ?? null}, ${lesson.content}, ${lesson.videoPlace}, ${lesson.video_url ?? null}, ${lesson.videoSeconds},
      ${lesson.transcript}, ${tx.json(lesson.sources)}
    )
    on conflict (lesson_id) do update
    set content = excluded.content, video = excluded.video, video_url = excluded.video_url,
      video_seconds = excluded.video_seconds, transcript = excluded.transcript, sources = excluded.sources`;
}

/** A folder that is gone: the course is no longer offered; who followed it keeps her progress. */
async function retireMissing(tx: Tx, courses: readonly CourseFile[], changes: string[]): Promise<void> {
  const gone = await tx<{ title: string }[]>`
    update courses
    set is_published = false, source_hash = null
    where source is not null
      and is_published
      and edited_at is null
      and not exists (select from lessons l where l.course_id = courses.id and l.edited_at is not null)
      and source <> all(${courses.map(({ folder }) => folder)})
    returning title`;
  for (const { title } of gone) changes.push(`cours retiré « ${title} »`);
}
