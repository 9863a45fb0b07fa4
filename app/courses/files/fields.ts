/** The fields of a course's and of a lesson's file, with what is expected of each. */
import { z } from 'zod';
import { secureAddress, source } from '../sources';

const words = (min: number, max: number) => {
  const expected = `un texte de ${min} à ${max} caractères est attendu`;
  // YAML reads « publisher: 3114 » as a number.
  return z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string(expected).trim().min(min, expected).max(max, expected),
  );
};
const whole = (min: number, max: number) => {
  const expected = `un nombre entier de ${min} à ${max} est attendu`;
  return z.int(expected).min(min, expected).max(max, expected);
};
const yesOrNo = z.boolean('true ou false est attendu');
const SLUG = 'des mots en minuscules sans accents, joints par des tirets, sont attendus (bouger-a-son-allure)';
const slug = z
  .string(SLUG)
  .max(80, SLUG)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, SLUG);
/** Where it stood before it was renamed: the old address goes on leading here (D53). */
const before = z.array(slug, 'une liste d’anciennes adresses est attendue').default([]);

export const courseFields = z.strictObject({
  title: words(3, 120),
  slug,
  previous_slugs: before,
  pillar: whole(1, 7),
  order: whole(0, 999).default(0),
  summary: words(10, 160),
  weeks: whole(1, 104),
  needs: words(0, 1000).default(''),
  published: yesOrNo,
});

export const lessonFields = z.strictObject({
  title: words(3, 160),
  slug,
  previous_slugs: before,
  minutes: whole(1, 600),
  opens_after_days: whole(0, 730),
  free: yesOrNo,
  published: yesOrNo.default(true),
  // YAML reads 01 as a number.
  video: z
    .union([z.string(), z.int().nonnegative()], 'le nom des fichiers dans video/ est attendu, par exemple 01')
    .transform((value) => (typeof value === 'number' ? String(value).padStart(2, '0') : value))
    .refine((value) => /^[a-z0-9-]{1,60}$/.test(value), 'le nom des fichiers dans video/ est attendu, par exemple 01')
    .optional(),
  video_url: secureAddress.optional(),
  sources: z.array(source, 'une liste de sources est attendue').default([]),
});

export type CourseFields = z.infer<typeof courseFields>;
export type LessonFields = z.infer<typeof lessonFields>;
