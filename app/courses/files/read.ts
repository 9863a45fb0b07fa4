/** The courses as they lie in a folder: every file is read and checked before anything is done with any of them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CourseFault, type FileFault } from './fault';
import { type CourseFields, courseFields, type LessonFields, lessonFields } from './fields';
import { parseFrontMatter } from './front-matter';
import { secondsOf } from './video';

export type LessonFile = LessonFields & {
  readonly number: number;
  readonly content: string;
  /** `<folder>/video/<name>`, without what comes after the point. */
  readonly videoPlace: string | null;
  readonly videoSeconds: number | null;
  readonly transcript: string;
  /** SHA-256 of all that was read for this lesson. */
  readonly hash: string;
};
export type CourseFile = CourseFields & {
  readonly folder: string;
  readonly description: string;
  readonly lessons: readonly LessonFile[];
  readonly hash: string;
};

/** Bytes. A lesson of 700 words has 5 KB; what is larger is no lesson, and costs every reader. */
const FILE_MAX = 150_000;
const LESSON_NAME = /^(\d\d)-[a-z0-9-]+\.md$/;

/** @throws CourseFault with every fault of every file */
export function readCourses(root: string): CourseFile[] {
  const faults: FileFault[] = [];
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'course.md')))
    .map((entry) => entry.name)
    .sort();
  const courses = folders.flatMap((folder) => readCourse(root, folder, faults) ?? []);
  refuseTwins(courses, faults);
  if (faults.length > 0) throw new CourseFault(faults);
  return courses;
}

function readCourse(root: string, folder: string, faults: FileFault[]): CourseFile | null {
  const file = `${folder}/course.md`;
  const text = readText(root, file, faults);
  const parsed = text === null ? null : parseFrontMatter(text, courseFields);
  if (parsed && !parsed.ok) faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
  if (!/^[a-z0-9-]{1,100}$/.test(folder))
    faults.push({ file, line: null, expected: 'un nom de dossier en minuscules, chiffres et tirets est attendu' });
  const names = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'course.md')
    .sort();
  refuseHoles(file, names, faults);
  const lessons = names.flatMap((name) => readLesson(root, folder, name, faults) ?? []);
  if (!parsed?.ok) return null;
  return { ...parsed.head, folder, description: parsed.body, lessons, hash: hashOf(text ?? '') };
}

/** A lesson's number is its address: the first is 01, and each follows the one before it. */
function refuseHoles(file: string, names: readonly string[], faults: FileFault[]): void {
  const numbers = names.flatMap((name) => LESSON_NAME.exec(name)?.[1] ?? []);
  const hole = numbers.findIndex((number, index) => number !== pad(index + 1));
  if (hole >= 0)
    faults.push({
      file,
      line: null,
      expected: `la leçon ${pad(hole + 1)} est attendue, ${numbers[hole]} est trouvée`,
    });
}

function readLesson(root: string, folder: string, name: string, faults: FileFault[]): LessonFile | null {
  const file = `${folder}/${name}`;
  const number = Number(LESSON_NAME.exec(name)?.[1] ?? 0);
  if (number === 0) {
    faults.push({ file, line: null, expected: 'un nom comme 01-se-lever-d-une-chaise.md est attendu' });
    return null;
  }
  const text = readText(root, file, faults);
  const parsed = text === null ? null : parseFrontMatter(text, lessonFields);
  if (parsed && !parsed.ok) faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
  if (!parsed?.ok || text === null) return null;
  if (parsed.body === '')
    faults.push({ file, line: null, expected: 'le texte de la leçon est attendu après les champs' });
  const film = parsed.head.video ? readVideo(root, folder, parsed.head.video, file, faults) : null;
  return {
    ...parsed.head,
    number,
    content: parsed.body,
    videoPlace: film && `${folder}/video/${parsed.head.video}`,
    videoSeconds: film?.seconds ?? null,
    transcript: film?.transcript ?? '',
    hash: hashOf(text, String(number), film?.transcript ?? '', String(film?.seconds ?? '')),
  };
}

/** A film is only a film of ours with both forms, captions and a text (D59). */
function readVideo(root: string, folder: string, name: string, lesson: string, faults: FileFault[]) {
  const base = join(root, folder, 'video', name);
  const missing = ['webm', 'mp4', 'fr.vtt', 'transcript.md'].filter((end) => !existsSync(`${base}.${end}`));
  for (const end of missing)
    faults.push({ file: lesson, line: null, expected: `le fichier video/${name}.${end} est attendu` });
  if (missing.length > 0) return null;
  const transcript = readText(root, `${folder}/video/${name}.transcript.md`, faults);
  return { seconds: secondsOf(readFileSync(`${base}.mp4`)), transcript: transcript?.trim() ?? '' };
}

function readText(root: string, file: string, faults: FileFault[]): string | null {
  const path = join(root, file);
  const { size } = statSync(path);
  if (size > FILE_MAX) {
    faults.push({
      file,
      line: null,
      expected: `${FILE_MAX / 1000} Ko au plus sont attendus, il y en a ${Math.round(size / 1000)}`,
    });
    return null;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, '\n');
    if (!text.includes('\0')) return text;
  } catch {
    // Told below, in the same words.
  }
  faults.push({ file, line: null, expected: 'un texte en UTF-8 est attendu' });
  return null;
}

/** One address, one course; one name, one lesson in its course. */
function refuseTwins(courses: readonly CourseFile[], faults: FileFault[]): void {
  const seen = new Map<string, string>();
  const claim = (key: string, file: string) => {
    const first = seen.get(key);
    if (first)
      faults.push({ file, line: null, expected: `une autre adresse (slug) que celle de ${first} est attendue` });
    seen.set(key, file);
  };
  for (const course of courses) {
    claim(course.slug, `${course.folder}/course.md`);
    for (const lesson of course.lessons)
      claim(`${course.folder}/${lesson.slug}`, `${course.folder}/${pad(lesson.number)}-…`);
  }
}

const pad = (number: number) => String(number).padStart(2, '0');

function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
