/** The rules of courses: what a course, a lesson and a member's standing in them are, who may open what, parsers. Pure. */

import { z } from 'zod';
import { type FieldErrors, type Form, fieldErrors, type KeptFields, type Parsed, text } from '~/forms';
import type { Courses, LessonContents } from '../../db/schema';
import type { LessonSource } from './sources';

/** A lesson as everybody may know it: its title and its day, and nothing that it says. */
export type Lesson = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
  /** Days after the enrolment, at 06:00 in Paris (D62). */
  readonly opensAfterDays: number;
  readonly isFree: boolean;
};

/** Its description is Markdown. */
export type Course = Readonly<Pick<Courses, 'id' | 'slug' | 'title' | 'description' | 'needs' | 'isPublished'>> & {
  readonly summary: string;
  /** 1 to 7 (D55). */
  readonly pillar: number;
  readonly weeks: number;
  /** Published ones, in their order. */
  readonly lessons: readonly Lesson[];
};

/** What a lesson says, in Markdown; its video is `<folder>/video/<name>` below `db/courses`. */
export type LessonWords = Readonly<
  Pick<LessonContents, 'content' | 'transcript' | 'video' | 'videoUrl' | 'videoSeconds'>
> & {
  readonly version: string;
  readonly sources: readonly LessonSource[];
};

export type Status = 'not_started' | 'in_progress' | 'completed';

export type Enrollment = {
  readonly id: string;
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
  readonly leftAt: Date | null;
  readonly pausedAt: Date | null;
  readonly lastLessonId: string | null;
  /** 0 to 100. */
  readonly percentage: number;
};

export type LessonStanding = {
  readonly status: Status;
  /** Of the enrolment as it is now; null without one. */
  readonly opensAt: Date | null;
  /** Its day has come. */
  readonly isOpen: boolean;
};

/** Where somebody stands in a course. */
export type Standing = {
  readonly isSignedIn: boolean;
  readonly isEntitled: boolean;
  readonly isAuthor: boolean;
  /** Also one that was left: then `leftAt` says when. */
  readonly enrollment: Enrollment | null;
  /** By lesson. */
  readonly lessons: Readonly<Record<string, LessonStanding>>;
};

/** Where one resumes a video, in seconds, and what is known of it. */
export type Place = { readonly position: number; readonly furthest: number; readonly watched: number };

/**
 * Why a lesson is closed, or `open`. The order is that of the steps still to be taken: a plan, a beginning, patience.
 * The database decides by the same rule (`may_read_lesson`); this one finds the words.
 */
export type Door = 'open' | 'plan' | 'start' | 'later' | 'paused';

export function doorOf(lesson: Lesson, standing: Standing): Door {
  if (standing.isAuthor) return 'open';
  const follows = isFollowing(standing);
  if (!lesson.isFree && !standing.isEntitled) return 'plan';
  if (!lesson.isFree && !follows) return 'start';
  if (standing.lessons[lesson.id]?.isOpen ?? lesson.opensAfterDays === 0) return 'open';
  if (!follows) return 'start';
  return standing.enrollment?.pausedAt ? 'paused' : 'later';
}

export function isFollowing({ enrollment }: Standing): boolean {
  return enrollment !== null && enrollment.leftAt === null;
}

/**
 * What is next in a course (W05). `read`: a lesson that is open and not finished; `wait`: one whose day has not come,
 * `opensAt` null while the course is paused; `plan`: the rest is not hers to read; `done`: nothing is left.
 */
export type Next =
  | { readonly kind: 'read'; readonly lesson: Lesson; readonly isBegun: boolean }
  | { readonly kind: 'wait'; readonly lesson: Lesson; readonly opensAt: Date | null }
  | { readonly kind: 'plan' | 'done' };

/**
 * The one answer to « what is next for me », for every page. Never a finished lesson: the one she was in last, else the
 * first after it, else the first of all that she has not finished.
 */
export function nextIn(course: Course, standing: Standing): Next {
  const { lastLessonId = null, pausedAt = null } = standing.enrollment ?? {};
  const undone = course.lessons.filter(({ id }) => standing.lessons[id]?.status !== 'completed');
  const open = undone.filter((lesson) => doorOf(lesson, standing) === 'open');
  const last = course.lessons.find(({ id }) => id === lastLessonId)?.number ?? 0;
  const lesson = open.find(({ number }) => number >= last) ?? open[0];
  if (lesson) return { kind: 'read', lesson, isBegun: standing.lessons[lesson.id]?.status === 'in_progress' };
  const later = undone.find((each) => ['later', 'paused'].includes(doorOf(each, standing)));
  if (!later) return { kind: undone.length > 0 ? 'plan' : 'done' };
  return { kind: 'wait', lesson: later, opensAt: pausedAt ? null : (standing.lessons[later.id]?.opensAt ?? null) };
}

/** The lesson to read next, if there is one now. */
export function lessonToRead(course: Course, standing: Standing): Lesson | null {
  const next = nextIn(course, standing);
  return next.kind === 'read' ? next.lesson : null;
}

/** A course that somebody follows, with what is next in it; null: the course is not published any more. */
export type Step<F> = { readonly followed: F; readonly next: Next | null };

/** @param courses those that the asker may know of */
export function stepsIn<F extends { readonly courseId: string; readonly standing: Standing }>(
  courses: readonly Course[],
  followed: readonly F[],
): readonly Step<F>[] {
  return followed.map((each) => {
    const course = courses.find(({ id }) => id === each.courseId);
    return { followed: each, next: course ? nextIn(course, each.standing) : null };
  });
}

/** What is to be known of a followed course to say whether it is under way. */
type UnderWay = Pick<Enrollment, 'leftAt' | 'completedAt' | 'pausedAt'>;

/** Of all her courses the one to go on with: one that has a lesson to read, else any that is under way. */
export function currentStep<F extends UnderWay>(steps: readonly Step<F>[]): Step<F> | null {
  const current = steps.filter(
    ({ followed: { leftAt, completedAt, pausedAt } }) => !leftAt && !completedAt && !pausedAt,
  );
  return current.find(({ next }) => next?.kind === 'read') ?? current[0] ?? null;
}

export const KEPT_OF_NOTE: KeptFields = { words: ['note'], rest: [] };

export function parseSlug(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value) ? value : null;
}

export function parseLessonNumber(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null;
}

/** Seconds: no film of ours lasts a day, and a number that does is a mistake. */
const DAY = 86_400;
const seconds = z
  .string('Un nombre entier de secondes est attendu.')
  .regex(/^\d{1,5}$/, 'Un nombre entier de secondes est attendu.')
  .transform(Number)
  .refine((value) => value <= DAY, 'Ce nombre de secondes est trop grand.');
const minutesField = z
  .string('Écrivez les minutes.')
  .trim()
  .regex(/^\d{1,4}$/, 'Écrivez les minutes en chiffres, par exemple 12.')
  .transform(Number)
  .refine((value) => value <= DAY / 60, 'Cette vidéo ne dure pas aussi longtemps.');
const secondsField = z
  .string('Écrivez les secondes.')
  .trim()
  .regex(/^\d{0,2}$/, 'Écrivez les secondes en chiffres, de 0 à 59.')
  .transform(Number)
  .refine((value) => value < 60, 'Écrivez les secondes en chiffres, de 0 à 59.');

const byScript = z.object({ position: seconds, secondes: seconds.default(0) });
const byHand = z.object({ place_minutes: minutesField, place_secondes: secondsField });

/** In seconds. `watched`: all that this device knows to have been watched of the lesson (D67). */
export type WatchedPlace = { readonly position: number; readonly watched: number };

/** `position` and `secondes` from the script; minutes and seconds apart from the form « Marquer ma place » (C-18). */
export function parseWatchedPlace(form: Form): Parsed<WatchedPlace> {
  if ('position' in form) {
    const parsed = byScript.safeParse(form);
    if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
    return { ok: true, value: { position: parsed.data.position, watched: parsed.data.secondes } };
  }
  const parsed = byHand.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { place_minutes, place_secondes } = parsed.data;
  return { ok: true, value: { position: Math.min(DAY, place_minutes * 60 + place_secondes), watched: 0 } };
}

export const NOTE_MAX = 10_000;
const note = z.object({ note: text(NOTE_MAX).transform((value) => value.trim()) });

/** Empty takes the note away. */
export function parseNote(form: Form): Parsed<string> {
  const parsed = note.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) satisfies FieldErrors };
  return { ok: true, value: parsed.data.note };
}

/** D77: what the journal says of the device; not more than a word of what the browser says of itself. */
export type Device = 'phone' | 'tablet' | 'computer' | 'unknown';

export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return 'unknown';
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return 'tablet';
  if (/Mobi|iPhone/.test(userAgent)) return 'phone';
  return /Windows|Macintosh|X11|Linux|CrOS/.test(userAgent) ? 'computer' : 'unknown';
}
