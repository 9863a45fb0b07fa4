/** Puts courses read from files into the database (X08): all of them or none; twice changes nothing. */
import { join } from 'node:path';
import { openDatabase, type Tx } from '~/db';
import { projectRoot } from '../../../db/project-root';
import * as queries from './queries';
import { type CourseFile, type LessonFile, readCourses } from './read';

export type Loaded = {
  readonly courses: number;
  readonly lessons: number;
  /** What was new or different: « cours », « leçon », « retirée ». */
  readonly changes: readonly string[];
  /** Courses whose files have changed, left alone because an author has written them on a page since. */
  readonly kept: readonly string[];
};

export const coursesFolder = (): string => join(projectRoot(), 'db', 'courses');

/**
 * A course is the one that came from this folder, else the one of this address or of a previous one. A lesson is the
 * one of this name in its course, or of a previous one. What has not changed in the files since the last time is left
 * as it stands, and a course that an author has written further on a page is left alone altogether
 * (docs/decisions/029). What is gone from the files is retired and
 * keeps its members' progress.
 * @param force the files win over the pages: what authors have written there is overwritten
 * @throws CourseFault with every fault of every file; nothing is half loaded
 */
export async function loadCourses(url: string, folder = coursesFolder(), { force = false } = {}): Promise<Loaded> {
  const courses = readCourses(folder);
  const database = openDatabase(url, { viewers: 0, systems: 1 });
  try {
    const changes: string[] = [];
    const kept: string[] = [];
    await database.asSystem(async (tx) => {
      await queries.lockLoading(tx);
      if (force) await queries.forgetPages(tx);
      for (const course of courses) await loadCourse(tx, course, changes, kept);
      const gone = await queries.retireCoursesBeside(
        tx,
        courses.map(({ folder }) => folder),
      );
      changes.push(...gone.map((title) => `cours retiré « ${title} »`));
      if (changes.length > 0) await queries.tellOfCourses(tx);
    });
    return { courses: courses.length, lessons: courses.flatMap(({ lessons }) => lessons).length, changes, kept };
  } finally {
    await database.close();
  }
}

async function loadCourse(tx: Tx, course: CourseFile, changes: string[], kept: string[]): Promise<void> {
  const known = await queries.knownCourse(tx, course);
  if (known?.isEdited) {
    if (known.isChanged) kept.push(course.title);
    return;
  }
  const id = known?.id ?? (await queries.insertCourse(tx, course));
  if (known?.sourceHash !== course.hash) {
    if (known) await queries.updateCourse(tx, id, course);
    changes.push(`cours « ${course.title} »`);
  }
  await queries.keepOldSlugs(tx, id, course.previous_slugs);
  await loadLessons(tx, id, course, changes);
}

async function loadLessons(tx: Tx, courseId: string, course: CourseFile, changes: string[]): Promise<void> {
  const rows = await queries.knownLessons(tx, courseId);
  const found = course.lessons.map((lesson) => ({ lesson, row: rowOf(rows, lesson) }));
  const changed = found.filter(({ lesson, row }) => row?.hash !== lesson.hash);
  const gone = rows.filter(({ id, hash }) => hash !== null && !found.some(({ row }) => row?.id === id));
  if (changed.length + gone.length === 0) return;
  await queries.deferNumbers(tx);
  await queries.retireLessons(tx, gone);
  for (const { lesson, row } of changed) await loadLesson(tx, courseId, lesson, row?.id ?? null);
  await queries.numberLessons(tx, courseId, course.lessons);
  await queries.checkNumbers(tx);
  for (const { slug } of gone) changes.push(`leçon retirée « ${slug} » (${course.title})`);
  for (const { lesson } of changed) changes.push(`leçon ${lesson.number} « ${lesson.title} »`);
}

function rowOf(rows: readonly queries.KnownLesson[], lesson: LessonFile): queries.KnownLesson | undefined {
  return rows.find(({ slug }) => slug === lesson.slug) ?? rows.find(({ slug }) => lesson.previous_slugs.includes(slug));
}

async function loadLesson(tx: Tx, courseId: string, lesson: LessonFile, known: string | null): Promise<void> {
  if (known) await queries.updateLesson(tx, known, lesson);
  await queries.writeContent(tx, known ?? (await queries.insertLesson(tx, courseId, lesson)), lesson);
}
