/** The verbs of courses: start, pause, resume, leave; open, watch, finish, start again, note. */
import type { Viewer } from '~/auth/rules/viewer';
import { awardCertificate, type NextLesson } from '~/certificates/commands';
import type { Database, Tx } from '~/db';
import { AppError, notFound } from '~/errors';
import { recognise } from '~/play/commands';
import { earn } from '~/play/queries/acts';
import { href } from '~/urls';
import { coursesFor } from './queries/courses';
import { followedCourses } from './queries/own';
import * as queries from './queries/progress';
import { type Course, currentStep, type Device, stepsIn, type WatchedPlace } from './rules';

export type Services = { readonly database: Database };

/**
 * Enrols once; takes up again what was left, from the same first day (W05, D70).
 * @throws AppError not_found, payment_required (`course`: nothing in it is free, R23)
 */
export async function startCourse({ database }: Services, viewer: Viewer, courseId: string) {
  const outcome = await database.asViewer(viewer.id, (tx) => queries.startCourse(tx, courseId));
  if (!outcome) throw notFound();
  return outcome;
}

/** Progress stays. @throws AppError not_found (does not follow it) */
export function leaveCourse(services: Services, viewer: Viewer, courseId: string): Promise<void> {
  return change(services, viewer, courseId, 'leave');
}

/** Illness, travel (C-19): what is to come waits. @throws AppError not_found (does not follow it) */
export function pauseCourse(services: Services, viewer: Viewer, courseId: string): Promise<void> {
  return change(services, viewer, courseId, 'pause');
}

/** The whole days of the pause move what is to come. @throws AppError not_found (does not follow it) */
export function resumeCourse(services: Services, viewer: Viewer, courseId: string): Promise<void> {
  return change(services, viewer, courseId, 'resume');
}

async function change({ database }: Services, viewer: Viewer, courseId: string, act: 'pause' | 'resume' | 'leave') {
  const changed = await database.asViewer(viewer.id, (tx) => queries.changeEnrollment(tx, courseId, act));
  if (changed === null) throw notFound();
}

/** D64: the lesson was looked at. After the answer, so that reading never waits for it. */
export async function openLesson(
  { database }: Services,
  viewer: Viewer,
  lessonId: string,
  device: Device,
): Promise<void> {
  await database.asViewer(viewer.id, (tx) => queries.recordProgress(tx, lessonId, { act: 'open', device }));
}

/**
 * Where she is in the video, and how long she has watched (D66, D67, D69, C-18). The latest place is where she
 * resumes; furthest place and greatest time stay; the time is capped by the database's clock.
 * @throws AppError forbidden (closed to her)
 */
export async function savePlace(
  { database }: Services,
  viewer: Viewer,
  lessonId: string,
  place: WatchedPlace,
  device: Device,
): Promise<void> {
  await record(database, viewer, lessonId, { act: 'watch', ...place, device });
}

/**
 * « J’ai terminé cette leçon » (C-17). Pressed fifty times it is finished once, and so is the course: the transaction
 * that is told `courseFinished` is the only one ever, and does what a finished course brings with it.
 * @throws AppError forbidden (closed to her)
 */
export async function completeLesson(
  { database }: Services,
  viewer: Viewer,
  course: Course,
  lessonId: string,
  device: Device,
): Promise<Completed> {
  const { recorded, earned } = await database.asViewer(viewer.id, async (tx) => {
    const recorded = await queries.recordProgress(tx, lessonId, { act: 'complete', device });
    if (!recorded) throw new AppError('forbidden', 'closed');
    // Once an enrolment: the certificate, and the letter that carries it (U04, M06).
    if (recorded.courseFinished) await awardCertificate(tx, viewer, course.id, await nextElsewhere(tx, viewer.id));
    return { recorded, earned: await earnLesson(tx, course, lessonId, recorded) };
  });
  const { study, lesson, course: whole } = earned;
  const badges = await recognise({ database }, viewer.id, whole ?? lesson ?? study);
  return { ...recorded, earned: { lesson: lesson !== null, course: whole !== null }, badges };
}

export type Completed = queries.Recorded & {
  /** What was paid now: begun again or beyond the day's limit, it is not. */
  readonly earned: { readonly lesson: boolean; readonly course: boolean };
  /** Ids of those that are new. */
  readonly badges: readonly string[];
};

/** D71: once a lesson and once a course, however often they are finished. The last that earned counts everything. */
async function earnLesson(tx: Tx, { id, title, lessons }: Course, lessonId: string, recorded: queries.Recorded) {
  const study = await earn(tx, { kind: 'study', source: null });
  const name = lessons.find((each) => each.id === lessonId)?.title;
  const lesson = recorded.lessonFinished ? await earn(tx, { kind: 'lesson', source: lessonId, name }) : null;
  const course = recorded.courseFinished ? await earn(tx, { kind: 'course', source: id, name: title }) : null;
  return { study, lesson, course };
}

/** For the letter: the lesson that home would offer her now. The finished course is none of those under way any more. */
async function nextElsewhere(tx: Tx, viewerId: string): Promise<NextLesson | null> {
  const [known, followed] = [await coursesFor(tx), await followedCourses(tx, viewerId)];
  const step = currentStep(stepsIn(known, followed));
  if (step?.next?.kind !== 'read') return null;
  const { followed: course, next } = step;
  const { number, title } = next.lesson;
  return { course: course.title, number, lesson: title, path: href('lesson', { cours: course.slug, numero: number }) };
}

/** « Recommencer cette leçon » (D64): the only way back. What was watched stays watched, what was finished stays in the journal. */
export async function restartLesson(
  services: Services,
  viewer: Viewer,
  lessonId: string,
  device: Device,
): Promise<void> {
  await record(services.database, viewer, lessonId, { act: 'restart', device });
}

/** An empty note is none. @throws AppError forbidden (the lesson is closed to her, R19) */
export async function keepNote({ database }: Services, viewer: Viewer, lessonId: string, note: string): Promise<void> {
  await database.asViewer(viewer.id, (tx) =>
    note === '' ? queries.dropNote(tx, viewer.id, lessonId) : queries.keepNote(tx, viewer.id, lessonId, note),
  );
}

async function record(database: Database, viewer: Viewer, lessonId: string, done: queries.Act) {
  const { recorded, counts } = await database.asViewer(viewer.id, async (tx) => {
    const recorded = await queries.recordProgress(tx, lessonId, done);
    if (!recorded) throw new AppError('forbidden', 'closed');
    return { recorded, counts: await earn(tx, { kind: 'study', source: null }) };
  });
  await recognise({ database }, viewer.id, counts);
  return recorded;
}
