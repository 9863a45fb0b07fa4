import type { AppLoadContext } from '@remix-run/node';
import type { Viewer } from '~/auth/rules/viewer';
import { atDesk } from '~/courses/authoring/commands';
import { deskCourse, lessonSheet } from '~/courses/authoring/queries';
import { type DeskCourse, type LessonSheet, parseDeskId } from '~/courses/authoring/rules';
import { AppError, notFound } from '~/errors';

type Params = Readonly<Record<string, string | undefined>>;

/** @throws AppError not_found (no author, no such course) */
export async function loadCourse(context: AppLoadContext, viewer: Viewer, { cours }: Params): Promise<DeskCourse> {
  const id = parseDeskId(cours);
  const course = await atDesk(context, viewer, async (tx) => id && deskCourse(tx, id));
  if (!course) throw notFound();
  return course;
}

/** @throws AppError not_found (no author, no such lesson in this course) */
export async function loadLesson(
  context: AppLoadContext,
  viewer: Viewer,
  params: Params,
): Promise<{ readonly course: DeskCourse; readonly lesson: LessonSheet }> {
  const course = await loadCourse(context, viewer, params);
  const id = parseDeskId(params.lecon);
  const lesson = id && (await atDesk(context, viewer, (tx) => lessonSheet(tx, course.id, id)));
  if (!lesson) throw notFound();
  return { course, lesson };
}

/** The ids of an address. @throws AppError not_found (rubbish) */
export function placeOf(params: Params): { readonly courseId: string; readonly lessonId: string } {
  const [courseId, lessonId] = [parseDeskId(params.cours), parseDeskId(params.lecon)];
  if (!courseId || !lessonId) throw notFound();
  return { courseId, lessonId };
}

/** Which rule refused (`slug`, `moved`, `empty`), or what was thrown again. */
export function conflictIn(error: unknown): string {
  if (error instanceof AppError && error.code === 'conflict') return error.detail;
  throw error;
}

export const SLUG_TAKEN = 'Un autre cours a déjà cette adresse. Choisissez-en une autre.';
