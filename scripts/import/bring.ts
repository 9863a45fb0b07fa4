/** Pictures and rows together: everything or nothing of both. */
import type postgres from 'postgres';
import type { Files } from '~/files/commands/draft';
import { bringPictures, forgetPictures } from './pictures';
import type { Plan, Site } from './types';
import { writePlan } from './write';

type From = {
  /** Null: pictures are to be sent again. */
  readonly pictures: string | null;
  readonly files: Pick<Files, 'store' | 'workshop'>;
  /** False: everything is tried, and taken back. */
  readonly keeps: boolean;
};

/**
 * Files come before the rows that name them. Of an import that is killed in between the hourly sweep finds them.
 * @param tell told what comes of every row, before anything is written to the database
 */
export async function bring(
  sql: postgres.Sql,
  plan: Plan,
  { pictures, files, keeps }: From,
  tell: (plan: Plan) => void = () => {},
): Promise<void> {
  try {
    await bringPictures(plan, pictures, files, keeps);
    tell(plan);
    await writePlan(sql, plan, keeps);
  } catch (error) {
    await forgetPictures(plan, files).catch(() => {});
    throw error;
  }
}

/** Courses and lessons that this site has already. */
export async function siteBefore(sql: postgres.Sql): Promise<Site> {
  return sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    const courses = await tx<{ id: string; slug: string }[]>`
      select course_id as id, slug from public.course_slugs union select id, slug from public.courses`;
    const lessons = await tx<{ id: string; key: string }[]>`
      select id, course_id || ' ' || lesson_number as key from public.lessons where lesson_number is not null`;
    return {
      courses: new Map(courses.map(({ id, slug }) => [slug, id])),
      lessons: new Map(lessons.map(({ id, key }) => [key, id])),
    };
  }) as Promise<Site>;
}
