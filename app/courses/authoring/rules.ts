/** What authors write, and what of it is refused. Pure and synchronous. */

import { z } from 'zod';
import { externalVideo } from '~/courses/external-video';
import type { Course, Lesson, LessonWords } from '~/courses/rules';
import { type LessonSource, parseSources } from '~/courses/sources';
import { characters, fieldErrors, type Parsed, parseUuid, text } from '~/forms';
import type { Courses } from '../../../db/schema';

/** A course on its author's desk. */
export type DeskCourse = Omit<Course, 'lessons'> & {
  /** The folder it was read from (X08); null: made here. */
  readonly source: Courses['source'];
  /** Written on a page since, itself or one of its lessons: the files do not overwrite it any more. */
  readonly isEdited: boolean;
  /** What the form shows, in one word: it changes with every field of it (D28). */
  readonly version: string;
  readonly lessons: readonly DeskLesson[];
};

export type DeskLesson = Omit<Lesson, 'number'> & {
  /** Null: retired. */
  readonly number: number | null;
  readonly isPublished: boolean;
  /** It says nothing yet. */
  readonly isEmpty: boolean;
};

/** With everything that it says. */
export type LessonSheet = DeskLesson & LessonWords;

export const canWrite = (role: string): boolean => role === 'author' || role === 'admin';

/** An id from an address, or null: rubbish and « not there » are the same answer. */
export const parseDeskId = parseUuid;

const oneLine = (max: number) => text(max).transform((value) => value.replace(/\s+/g, ' ').trim());
const titleOf = (max: number) =>
  oneLine(max).refine((value) => characters(value) >= 3, 'Donnez un titre d’au moins 3 lettres.');

const whole = (least: number, most: number, expected: string) =>
  z
    .string(expected)
    .trim()
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .refine((value) => value >= least && value <= most, expected);

/** « À l’aise avec ses écrans » → `a-l-aise-avec-ses-ecrans`; may be empty. */
export function slugFrom(words: string): string {
  return words
    .normalize('NFD')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

const courseForm = z
  .object({
    titre: titleOf(120),
    adresse: oneLine(200).optional(),
    pilier: whole(1, 7, 'Choisissez un pilier dans la liste.'),
    resume: oneLine(300),
    description: text(20_000).transform((value) => value.trim()),
    semaines: whole(1, 104, 'Écrivez un nombre de semaines, de 1 à 104.'),
    besoins: text(1_000).transform((value) => value.trim()),
    version: z.string().max(40).optional().catch(undefined),
  })
  .transform((form) => ({ ...form, slug: slugFrom(form.adresse || form.titre) }))
  .refine(({ slug }) => slug !== '', {
    path: ['adresse'],
    message: 'Donnez une adresse en lettres et en chiffres, par exemple marcher-en-foret.',
  });

export type WrittenCourse = {
  readonly title: string;
  readonly slug: string;
  readonly pillar: number;
  readonly summary: string;
  readonly description: string;
  readonly weeks: number;
  readonly needs: string;
  /** Of the form that was filled in; null: a new course. */
  readonly seen: string | null;
};

export function parseCourse(form: unknown): Parsed<WrittenCourse> {
  const parsed = courseForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { titre, slug, pilier, resume, description, semaines, besoins, version } = parsed.data;
  return {
    ok: true,
    value: {
      title: titre,
      slug,
      pillar: pilier,
      summary: resume,
      description,
      weeks: semaines,
      needs: besoins,
      seen: version || null,
    },
  };
}

/** Characters, as the database keeps them. */
export const CONTENT_MAX = 200_000;
export const TRANSCRIPT_MAX = 100_000;
export const SOURCES_MAX = 20_000;
/** Bytes of a form that carries them: a letter with an accent travels as six. */
export const LESSON_FORM_MAX = 2 * 1024 * 1024;

/** « 12:40 », « 1:02:05 » or seconds, to seconds. */
const duration = z
  .string()
  .trim()
  .transform((value, context): number | null => {
    if (value === '') return null;
    const parts = /^(\d{1,2}:)?(\d{1,4}:)?\d{1,5}$/.test(value) ? value.split(':').map(Number) : [];
    const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
    if (parts.length > 0 && parts.slice(1).every((part) => part < 60) && seconds >= 1 && seconds <= 86_400)
      return seconds;
    context.addIssue('Écrivez la durée en minutes et secondes, par exemple 4:30.');
    return z.NEVER;
  });

const VIDEO_FILE = /^[a-z0-9-]{1,100}\/video\/[a-z0-9-]{1,60}$/;

const sourceLines = text(SOURCES_MAX).transform((value, context) => {
  const read = parseSources(value);
  if (read.ok) return read.sources;
  context.addIssue(read.fault);
  return z.NEVER;
});

const lessonForm = z
  .object({
    titre: titleOf(160),
    texte: text(CONTENT_MAX).transform((value) => value.replace(/\s+$/, '')),
    minutes: whole(1, 600, 'Écrivez un nombre de minutes, de 1 à 600.'),
    jours: whole(0, 730, 'Écrivez un nombre de jours, de 0 à 730.'),
    gratuite: z.literal('on').optional().catch(undefined),
    visible: z.literal('on').optional().catch(undefined),
    video: oneLine(200).refine(
      (value) => value === '' || VIDEO_FILE.test(value),
      'Écrivez le dossier du cours, « /video/ » et le nom du fichier sans ce qui suit le point, par exemple 5-a-l-aise-avec-ses-ecrans/video/01.',
    ),
    video_adresse: oneLine(500).refine(
      (value) => value === '' || externalVideo(value) !== null,
      'Cette adresse n’est pas celle d’une vidéo de YouTube, de Vimeo ou d’une instance PeerTube (en https).',
    ),
    video_duree: duration,
    transcription: text(TRANSCRIPT_MAX).transform((value) => value.trim()),
    sources: sourceLines,
    version: z.string().max(40).optional().catch(undefined),
  })
  .refine(({ video, video_adresse }) => video === '' || video_adresse === '', {
    path: ['video_adresse'],
    message: 'Une leçon a une seule vidéo : gardez le fichier, ou l’adresse.',
  })
  .refine(({ video, video_duree }) => video === '' || video_duree !== null, {
    path: ['video_duree'],
    message: 'Donnez la durée de cette vidéo : la progression se compte d’après elle.',
  });

export type WrittenLesson = {
  readonly title: string;
  readonly content: string;
  readonly minutes: number;
  readonly opensAfterDays: number;
  readonly isFree: boolean;
  readonly isPublished: boolean;
  readonly video: string | null;
  readonly videoUrl: string | null;
  readonly videoSeconds: number | null;
  readonly transcript: string;
  readonly sources: readonly LessonSource[];
  readonly seen: string | null;
};

export function parseLesson(form: unknown): Parsed<WrittenLesson> {
  const parsed = lessonForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { titre, texte, minutes, jours, gratuite, visible, video, video_adresse, video_duree } = parsed.data;
  const { transcription, sources, version } = parsed.data;
  return {
    ok: true,
    value: {
      title: titre,
      content: texte,
      minutes,
      opensAfterDays: jours,
      isFree: gratuite === 'on',
      isPublished: visible === 'on',
      video: video || null,
      videoUrl: video_adresse || null,
      videoSeconds: video_duree,
      transcript: transcription,
      sources,
      seen: version || null,
    },
  };
}

/** « 4:30 » */
export function durationWritten(seconds: number | null): string {
  if (seconds === null) return '';
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function parseDirection(form: Readonly<Record<string, unknown>>): 'up' | 'down' | null {
  if (form.sens === 'monter') return 'up';
  return form.sens === 'descendre' ? 'down' : null;
}

const openingForm = z.object({
  courriel: z
    .string('Écrivez l’adresse de courriel de cette personne.')
    .trim()
    .max(254, 'Cette adresse est trop longue.')
    .pipe(z.email('Écrivez une adresse de courriel entière, par exemple anne@exemple.fr.')),
  refermer: z.literal('on').optional().catch(undefined),
});

export type Opening = { readonly email: string; readonly wide: boolean };

export function parseOpening(form: unknown): Parsed<Opening> {
  const parsed = openingForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { email: parsed.data.courriel, wide: parsed.data.refermer !== 'on' } };
}
