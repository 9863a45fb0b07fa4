/** What tests on the pages of courses share. */
import { setTimeout } from 'node:timers/promises';
import { href } from '~/urls';
import type { Course, Member } from './cast';
import type { Visitor } from './server';
import { mainOf, type Site, words } from './site';

/** Waits until the server has heard of a course that was put straight into its database. */
export async function known(site: Pick<Site, 'stranger'>, cours: string): Promise<void> {
  const page = href('course', { cours });
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const { status } = await site.stranger().get(page);
    if (status === 200) return;
    if (Date.now() > giveUpAt) throw new Error(`${page} is ${status}`);
    await setTimeout(30);
  }
}

/** As whoever publishes, or takes back. */
export async function wakeCourses({ cast }: Site): Promise<void> {
  await cast.sql`select pg_notify('aurora50', gen_random_uuid() || ' courses:all')`;
}

/** @param course the one that is meant where none is named */
export function lessonsOf(site: Site, course: () => Course) {
  return {
    place: (numero: number, cours = course().slug) => href('lesson', { cours, numero }),
    act: (
      name: 'lessonProgress' | 'finishLesson' | 'lessonNote',
      numero: number | string = 1,
      cours: string = course().slug,
    ) => href(name, { cours, numero }),
    /** What is kept of the member's way, a row for each lesson. */
    progress: (member: Member) => site.cast.sql`
      select l.lesson_number as n, p.status, p.last_video_position as position, p.watch_time_seconds as seconds
      from user_lesson_progress p join lessons l on l.id = p.lesson_id
      where p.user_id = ${member.id} and l.course_id = ${course().id} order by l.lesson_number`,
    textOf: async (visitor: Visitor, path: string) => words(mainOf(await (await visitor.get(path)).text())),
  };
}
