/** What authors read and write; the row policies let nobody else (R18). */
import type { Tx } from '~/db';
import type { DeskCourse, DeskLesson, LessonSheet, Opening, WrittenCourse, WrittenLesson } from './rules';

/** Drafts too; without their words. */
export type DeskLine = Pick<DeskCourse, 'id' | 'slug' | 'title' | 'pillar' | 'isPublished'> & {
  readonly lessonCount: number;
};

export function deskCourses(tx: Tx): Promise<readonly DeskLine[]> {
  return tx<DeskLine[]>`
    select c.id, c.slug, c.title, c.pillar_number as pillar, c.is_published,
      (select count(*) from lessons l where l.course_id = c.id and l.retired_at is null) as lesson_count
    from courses c
    order by c.pillar_number, c.order_index, c.title`;
}

export async function deskCourse(tx: Tx, id: string): Promise<DeskCourse | null> {
  const [found] = await tx<DeskCourse[]>`
    select c.id, c.slug, c.title, c.short_description as summary, c.description, c.pillar_number as pillar,
      c.duration_weeks as weeks, c.needs, c.is_published, c.source,
      (c.edited_at is not null or exists (
        select from lessons l where l.course_id = c.id and l.edited_at is not null
      )) as is_edited,
      md5(row(
        c.title, c.slug, c.short_description, c.description, c.pillar_number, c.duration_weeks, c.needs
      )::text) as version,
      coalesce((
        select json_agg(
          json_build_object(
            'id', l.id, 'number', l.lesson_number, 'title', l.title, 'minutes', l.duration_minutes,
            'opensAfterDays', l.release_day_offset, 'isFree', l.is_free, 'isPublished', l.is_published,
            'isEmpty', coalesce(o.content, '') = ''
          ) order by l.lesson_number nulls last, l.retired_at desc
        )
        from lessons l
        left join lesson_contents o on o.lesson_id = l.id
        where l.course_id = c.id
      ), '[]') as lessons
    from courses c
    where c.id = ${id}`;
  return found ?? null;
}

export async function lessonSheet(tx: Tx, courseId: string, lessonId: string): Promise<LessonSheet | null> {
  const [found] = await tx<LessonSheet[]>`
    select l.id, l.lesson_number as number, l.title, l.duration_minutes as minutes,
      l.release_day_offset as opens_after_days, l.is_free, l.is_published, coalesce(o.content, '') = '' as is_empty,
      coalesce(o.content, '') as content, o.video, o.video_url, o.video_seconds, coalesce(o.transcript, '') as transcript,
      coalesce(o.sources, '[]') as sources,
      md5(row(
        l.title, l.duration_minutes, l.release_day_offset, l.is_free, l.is_published,
        o.content, o.video, o.video_url, o.video_seconds, o.transcript, o.sources
      )::text) as version
    from lessons l
    left join lesson_contents o on o.lesson_id = l.id
    where l.id = ${lessonId}
      and l.course_id = ${courseId}`;
  return found ?? null;
}

/** After the others of its pilier. */
export async function insertCourse(tx: Tx, course: WrittenCourse): Promise<string> {
  const { title, slug, summary, description, pillar, weeks, needs } = course;
  const [made] = await tx<{ id: string }[]>`
    insert into courses (
      title, slug, short_description, description, pillar_number, order_index, duration_weeks, needs, edited_at
    )
    select ${title}, ${slug}, ${summary}, ${description}, ${pillar}::int, coalesce(max(order_index) + 1, 1), ${weeks}::int,
      ${needs}, now()
    from courses
    where pillar_number = ${pillar}
    returning id`;
  if (!made) throw new Error('no course was made');
  return made.id;
}

/** One statement looks and writes: of two authors at once one is second. @returns false: it has moved on since `seen` */
export async function updateCourse(tx: Tx, id: string, course: WrittenCourse): Promise<boolean> {
  const { title, slug, summary, description, pillar, weeks, needs, seen } = course;
  const rows = await tx`
    update courses c
    set title = ${title}, slug = ${slug}, short_description = ${summary}, description = ${description},
      pillar_number = ${pillar}, duration_weeks = ${weeks}, needs = ${needs}, edited_at = now()
    where c.id = ${id}
      and md5(row(
        c.title, c.slug, c.short_description, c.description, c.pillar_number, c.duration_weeks, c.needs
      )::text) = ${seen ?? ''}
    returning c.id`;
  return rows.length > 0;
}

/** @returns false: no such course, or nothing in it to show */
export async function publishCourse(tx: Tx, id: string, published: boolean): Promise<boolean> {
  const rows = await tx`
    update courses c
    set is_published = ${published}, edited_at = now()
    where c.id = ${id}
      and (not ${published}::boolean or exists (
        select from lessons l where l.course_id = c.id and l.is_published and l.retired_at is null
      ))
    returning c.id`;
  return rows.length > 0;
}

/** Whoever adds, moves or removes lessons of this course does it one after the other. @returns false: no such course */
export async function lockCourse(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx`select from courses where id = ${id} for no key update`;
  return rows.length > 0;
}

/** At the end. Under `lockCourse`. */
export async function insertLesson(tx: Tx, courseId: string, slug: string, lesson: WrittenLesson): Promise<string> {
  const { title, minutes, opensAfterDays, isFree, isPublished } = lesson;
  const [made] = await tx<{ id: string }[]>`
    insert into lessons (
      course_id, slug, title, lesson_number, duration_minutes, release_day_offset, is_free, is_published, edited_at
    )
    select ${courseId}, ${slug}, ${title}, coalesce(max(lesson_number), 0) + 1, ${minutes}::int, ${opensAfterDays}::int,
      ${isFree}::boolean, ${isPublished}::boolean, now()
    from lessons
    where course_id = ${courseId}
    returning id`;
  if (!made) throw new Error('no lesson was made');
  await writeContent(tx, made.id, lesson);
  return made.id;
}

/** The names that lessons of this course have, also of retired ones. */
export async function lessonSlugs(tx: Tx, courseId: string): Promise<readonly string[]> {
  const rows = await tx<{ slug: string }[]>`select slug from lessons where course_id = ${courseId}`;
  return rows.map(({ slug }) => slug);
}

/** Under `lockCourse`, after its version was looked at. */
export async function updateLesson(tx: Tx, id: string, lesson: WrittenLesson): Promise<void> {
  await tx`
    update lessons
    set title = ${lesson.title}, duration_minutes = ${lesson.minutes}, release_day_offset = ${lesson.opensAfterDays},
      is_free = ${lesson.isFree}, is_published = ${lesson.isPublished}, edited_at = now()
    where id = ${id}`;
  await writeContent(tx, id, lesson);
}

async function writeContent(tx: Tx, id: string, lesson: WrittenLesson): Promise<void> {
  const { content, video, videoUrl, videoSeconds, transcript, sources } = lesson;
  await tx`
    insert into lesson_contents (lesson_id, content, video, video_url, video_seconds, transcript, sources)
    values (
      ${id}, ${content}, ${video}, ${videoUrl}, ${videoSeconds}, ${transcript}, ${JSON.stringify(sources)}::text::jsonb
    )
    on conflict (lesson_id) do update
    set content = excluded.content, video = excluded.video, video_url = excluded.video_url,
      video_seconds = excluded.video_seconds, transcript = excluded.transcript, sources = excluded.sources`;
}

/** It changes places with its neighbour; at the end nothing happens. Under `lockCourse`. */
export async function moveLesson(tx: Tx, courseId: string, id: string, direction: 'up' | 'down'): Promise<boolean> {
  const rows = await tx`
    with mine as (
      select id, lesson_number as place
      from lessons
      where id = ${id} and course_id = ${courseId} and lesson_number is not null
    ), neighbour as (
      select l.id, l.lesson_number as place
      from lessons l, mine
      where l.course_id = ${courseId}
        and case when ${direction} = 'up' then l.lesson_number < mine.place else l.lesson_number > mine.place end
      order by abs(l.lesson_number - mine.place)
      limit 1
    )
    update lessons l
    set lesson_number = case when l.id = mine.id then neighbour.place else mine.place end, edited_at = now()
    from mine, neighbour
    where l.id in (mine.id, neighbour.id)
    returning l.id`;
  return rows.length > 0;
}

/** What members did in it stays (D64). Those after it close up. Under `lockCourse`. @returns false: not there */
export async function retireLesson(tx: Tx, courseId: string, id: string): Promise<boolean> {
  const rows = await tx<{ id: string }[]>`
    update lessons
    set retired_at = now(), lesson_number = null, edited_at = now()
    where id = ${id} and course_id = ${courseId} and retired_at is null
    returning id`;
  await tx`
    update lessons l
    set lesson_number = n.place
    from (
      select id, row_number() over (order by lesson_number) as place
      from lessons
      where course_id = ${courseId} and lesson_number is not null
    ) n
    where n.id = l.id and l.lesson_number <> n.place`;
  return rows.length > 0;
}

/** At the end again, with all that members did in it. Under `lockCourse`. */
export async function restoreLesson(tx: Tx, courseId: string, id: string): Promise<boolean> {
  const rows = await tx`
    update lessons
    set retired_at = null, edited_at = now(),
      lesson_number = (select coalesce(max(lesson_number), 0) + 1 from lessons where course_id = ${courseId})
    where id = ${id} and course_id = ${courseId} and retired_at is not null
    returning id`;
  return rows.length > 0;
}

/** @returns the follower's name; null: nobody who follows it has this address */
export async function openCourseFor(tx: Tx, courseId: string, { email, wide }: Opening): Promise<string | null> {
  const [found] = await tx<{ name: string | null }[]>`select open_course_for(${courseId}, ${email}, ${wide}) as name`;
  return found?.name ?? null;
}

export type Opened = { readonly name: string; readonly address: string };

export function openedIn(tx: Tx, courseId: string): Promise<readonly Opened[]> {
  return tx<Opened[]>`select name, address from opened_in(${courseId})`;
}

export type { DeskLesson };
