/** A certificate of a member's, as its course would have made it. */
import { randomBytes } from 'node:crypto';
import type { Cast, Member } from './cast';

/** @returns its id; the course behind it is published nowhere */
export async function certificateFor({ sql }: Cast, member: Member, { name = member.name } = {}): Promise<string> {
  const slug = `fini-${randomBytes(4).toString('hex')}`;
  const [made] = await sql<{ id: string }[]>`
    with course as (
      insert into courses (title, slug, pillar_number) values ('Cultiver sa mémoire', ${slug}, 2) returning id
    )
    insert into certificates (
      user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count, minutes,
      started_at, completed_at
    )
    select ${member.id}, id, ${name}, 'Cultiver sa mémoire', 'Des gestes simples, un peu chaque jour.', ${slug}, 2, 7,
      105, now() - interval '40 days', now()
    from course
    returning id`;
  return made?.id ?? '';
}
