/**
 * The verbs of authors: write, move, retire, publish, open. Each asks for the role first, so that others find nothing;
 * the row policies ask again. What changes a course empties the kept ones in every process (Q03).
 */
import type { Viewer } from '~/auth/rules/viewer';
import type { Database, Tx } from '~/db';
import { AppError, notFound, refusedBy } from '~/errors';
import type { Hub } from '~/realtime/hub';
import * as queries from './queries';
import { canWrite, type Opening, slugFrom, type WrittenCourse, type WrittenLesson } from './rules';

export type Services = { readonly database: Database; readonly hub: Hub };

/** @throws AppError not_found: for whoever does not write courses there is no desk */
export async function atDesk<T>(
  { database }: Pick<Services, 'database'>,
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
) {
  if (!canWrite(viewer.appRole)) throw notFound();
  return database.asViewer(viewer.id, work);
}

/** @throws AppError conflict (`slug`: another course has this address) */
export async function createCourse(services: Services, viewer: Viewer, course: WrittenCourse): Promise<string> {
  return written(services, viewer, (tx) => queries.insertCourse(tx, course));
}

/**
 * D28, D53: the old address goes on leading here.
 * @throws AppError conflict (`slug`: another course has this address; `moved`: somebody has written meanwhile), not_found
 */
export async function editCourse(services: Services, viewer: Viewer, id: string, course: WrittenCourse): Promise<void> {
  await written(services, viewer, async (tx) => {
    if (await queries.updateCourse(tx, id, course)) return;
    throw (await queries.deskCourse(tx, id)) ? new AppError('conflict', 'moved') : notFound();
  });
}

/** D57. @throws AppError conflict (`empty`: it has no lesson to show), not_found */
export async function publishCourse(services: Services, viewer: Viewer, id: string, published: boolean): Promise<void> {
  await written(services, viewer, async (tx) => {
    if (await queries.publishCourse(tx, id, published)) return;
    throw (await queries.deskCourse(tx, id)) ? new AppError('conflict', 'empty') : notFound();
  });
}

export async function addLesson(services: Services, viewer: Viewer, courseId: string, lesson: WrittenLesson) {
  return written(services, viewer, async (tx) => {
    if (!(await queries.lockCourse(tx, courseId))) throw notFound();
    const slug = freeSlug(lesson.title, await queries.lessonSlugs(tx, courseId));
    return queries.insertLesson(tx, courseId, slug, lesson);
  });
}

/** A lesson's name within its course; members never see it. */
function freeSlug(title: string, taken: readonly string[]): string {
  const stem = slugFrom(title).slice(0, 70).replace(/-+$/, '') || 'lecon';
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.includes(slug)) return slug;
  }
}

/** D28. @throws AppError conflict (`moved`: somebody has written meanwhile), not_found */
export async function editLesson(
  services: Services,
  viewer: Viewer,
  courseId: string,
  id: string,
  lesson: WrittenLesson,
) {
  await written(services, viewer, async (tx) => {
    if (!(await queries.lockCourse(tx, courseId))) throw notFound();
    const now = await queries.lessonSheet(tx, courseId, id);
    if (!now) throw notFound();
    if (now.version !== lesson.seen) throw new AppError('conflict', 'moved');
    await queries.updateLesson(tx, id, lesson);
  });
}

/** At either end nothing moves. @throws AppError not_found (no such course) */
export function moveLesson(services: Services, viewer: Viewer, courseId: string, id: string, direction: 'up' | 'down') {
  return inOrder(services, viewer, courseId, (tx) => queries.moveLesson(tx, courseId, id, direction));
}

/** What members have done in it stays. Twice is once. @throws AppError not_found (no such course) */
export function retireLesson(services: Services, viewer: Viewer, courseId: string, id: string) {
  return inOrder(services, viewer, courseId, (tx) => queries.retireLesson(tx, courseId, id));
}

export function restoreLesson(services: Services, viewer: Viewer, courseId: string, id: string) {
  return inOrder(services, viewer, courseId, (tx) => queries.restoreLesson(tx, courseId, id));
}

async function inOrder(services: Services, viewer: Viewer, courseId: string, work: (tx: Tx) => Promise<boolean>) {
  return written(services, viewer, async (tx) => {
    if (!(await queries.lockCourse(tx, courseId))) throw notFound();
    return work(tx);
  });
}

/** C-19: all lessons for one person, in one act; or by their days again. @returns her name; null: no such follower */
export function openCourseFor(services: Services, viewer: Viewer, courseId: string, opening: Opening) {
  return atDesk(services, viewer, (tx) => queries.openCourseFor(tx, courseId, opening));
}

async function written<T>(services: Services, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    const done = await atDesk(services, viewer, work);
    services.hub.wakeTopic('courses:all');
    return done;
  } catch (error) {
    if (refusedBy(error) !== 'courses_slug_key') throw error;
    throw new AppError('conflict', 'slug', undefined, { cause: error });
  }
}
