/** What courses store of a person: what she follows, how far she is, and her notes. */
import type { Tx } from '~/db';
import { PART_ROWS, type PartRow, type Person, type PersonalData, partRows, rowsIn } from '~/personal-data';

/** A course and its lessons have numbers of this site; their slugs are the same wherever the same files are read. */
const OF_THIS_SITE = ['id', 'user_id', 'course_id', 'lesson_id', 'last_lesson_id'];

/** With the titles, which are no one's words: an id alone says nothing to her. The lessons' days are no table (D62). */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.enrollments', (
        select coalesce(jsonb_agg(
          to_jsonb(e) - ${OF_THIS_SITE}::text[]
            || jsonb_build_object('title', c.title, 'course_slug', c.slug, 'last_lesson_slug', l.slug)
          order by e.enrolled_at, c.slug
        ), '[]')
        from enrollments e
        join courses c on c.id = e.course_id
        left join lessons l on l.id = e.last_lesson_id
        where e.user_id = ${id}
      ),
      'public.user_lesson_progress', (
        select coalesce(jsonb_agg(
          to_jsonb(p) - ${OF_THIS_SITE}::text[]
            || jsonb_build_object('title', l.title, 'course_slug', c.slug, 'lesson_slug', l.slug)
          order by p.started_at, c.slug, l.slug
        ), '[]')
        from user_lesson_progress p
        join lessons l on l.id = p.lesson_id
        join courses c on c.id = l.course_id
        where p.user_id = ${id}
      ),
      'public.lesson_notes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select l.title, c.slug as course_slug, l.slug as lesson_slug, n.content, n.updated_at
          from lesson_notes n
          join lessons l on l.id = n.lesson_id
          join courses c on c.id = l.course_id
          where n.user_id = ${id}
          order by n.updated_at, c.slug, l.slug
        ) r
      ),
      'lesson_dates', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            c.slug as course_slug, l.slug as lesson_slug, c.title as course, l.title,
            lesson_opens_at(e.enrolled_at, e.paused_days, l.release_day_offset) as opens_at
          from enrollments e
          join courses c on c.id = e.course_id
          join lessons l on l.course_id = c.id and l.is_published
          where e.user_id = ${id}
          order by opens_at, c.slug, l.slug
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

async function history(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const rows = await tx<{ at: string; data: string }[]>`
    select r.id as at, to_jsonb(r)::text as data
    from (
      select h.*
      from user_progress_history h
      where h.user_id = ${id} and h.id > ${after || 0}
      order by h.id
      limit ${PART_ROWS}
    ) r
    order by r.id`;
  return partRows(rows);
}

export const growing = { 'public.user_progress_history': history };

/** What she followed of the courses that this site has too. */
export async function importFor(tx: Tx, { id }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into enrollments
      (user_id, course_id, enrolled_at, last_lesson_id, completion_percentage, completed_at, left_at, paused_at, paused_days,
        all_open)
    select
      ${id}, c.id, r.enrolled_at, l.id, r.completion_percentage, r.completed_at, r.left_at, r.paused_at, r.paused_days,
      r.all_open
    from jsonb_array_elements(${rowsIn(data, 'public.enrollments')}::text::jsonb) as each (data)
    cross join jsonb_populate_record(null::enrollments, each.data) r
    join courses c on c.slug = each.data ->> 'course_slug'
    left join lessons l on l.course_id = c.id and l.slug = each.data ->> 'last_lesson_slug'
    on conflict do nothing`;
  await tx`
    insert into user_lesson_progress
      (user_id, lesson_id, status, completion_percentage, last_video_position, furthest_video_position, watch_time_seconds,
        watched_until, started_at, completed_at, created_at, updated_at)
    select
      ${id}, l.id, r.status, r.completion_percentage, r.last_video_position, r.furthest_video_position,
      r.watch_time_seconds, r.watched_until, r.started_at, r.completed_at, r.created_at, r.updated_at
    from jsonb_array_elements(${rowsIn(data, 'public.user_lesson_progress')}::text::jsonb) as each (data)
    cross join jsonb_populate_record(null::user_lesson_progress, each.data) r
    join courses c on c.slug = each.data ->> 'course_slug'
    join lessons l on l.course_id = c.id and l.slug = each.data ->> 'lesson_slug'
    on conflict do nothing`;
  await tx`
    insert into lesson_notes (user_id, lesson_id, content, updated_at)
    select ${id}, l.id, r.content, r.updated_at
    from jsonb_array_elements(${rowsIn(data, 'public.lesson_notes')}::text::jsonb) as each (data)
    cross join jsonb_populate_record(null::lesson_notes, each.data) r
    join courses c on c.slug = each.data ->> 'course_slug'
    join lessons l on l.course_id = c.id and l.slug = each.data ->> 'lesson_slug'
    on conflict do nothing`;
}

/**
 * Courses themselves name no author, so nothing of them is hers. The history is only ever added to (no role may delete
 * from it): it goes with her account, by its foreign key.
 */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from lesson_notes
    where user_id = ${id}`;
  await tx`
    delete from user_lesson_progress
    where user_id = ${id}`;
  await tx`
    delete from enrollments
    where user_id = ${id}`;
}
