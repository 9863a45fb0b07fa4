/** What courses store of a person: what she follows, how far she is, and her notes. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** With the titles, which are no one's words: an id alone says nothing to her. The lessons' days are no table (D62). */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.enrollments', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select c.title, e.*
          from enrollments e
          join courses c on c.id = e.course_id
          where e.user_id = ${id}
          order by e.enrolled_at
        ) r
      ),
      'public.user_lesson_progress', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select l.title, p.*
          from user_lesson_progress p
          join lessons l on l.id = p.lesson_id
          where p.user_id = ${id}
          order by p.started_at, p.id
        ) r
      ),
      'public.user_progress_history', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select h.*
          from user_progress_history h
          where h.user_id = ${id}
          order by h.id
        ) r
      ),
      'public.lesson_notes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select l.title, n.content, n.updated_at
          from lesson_notes n
          join lessons l on l.id = n.lesson_id
          where n.user_id = ${id}
          order by n.updated_at
        ) r
      ),
      'lesson_dates', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            l.id as lesson_id, c.title as course, l.title,
            lesson_opens_at(e.enrolled_at, e.paused_days, l.release_day_offset) as opens_at
          from enrollments e
          join courses c on c.id = e.course_id
          join lessons l on l.course_id = c.id and l.is_published
          where e.user_id = ${id}
          order by opens_at, l.lesson_number, l.id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
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
