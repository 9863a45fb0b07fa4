/** What there is to learn. Each statement takes the viewer's transaction; the row policies decide what there is to see. */
import type { Tx } from '~/db';
import type { Course } from '../rules';

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
