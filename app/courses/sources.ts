/**
 * Where a lesson has what it says from: in a file one YAML entry each, on a page one line each, judged by the same
 * schema. Pure and synchronous.
 */
import { z } from 'zod';

/** Between the parts of a line; no part has one. */
const BAR = '|';

const words = (min: number, max: number) => {
  const expected = `un texte de ${min} à ${max} caractères, sans barre « | », est attendu`;
  return z.preprocess(
    // YAML reads « publisher: 3114 » as a number.
    (value) => (typeof value === 'number' ? String(value) : value),
    z
      .string(expected)
      .transform((value) => value.replace(/\s+/g, ' ').trim())
      .refine((value) => value.length >= min && value.length <= max && !value.includes(BAR), expected),
  );
};
const YEAR = 'une année de 1500 à 2100 est attendue';
const SECURE = 'une adresse entière en https:// est attendue';

/** The one kind of address that a lesson leads to. */
export const secureAddress = z
  .string(SECURE)
  .max(500, SECURE)
  .refine((value) => URL.canParse(value) && new URL(value).protocol === 'https:', SECURE);

export const source = z.strictObject(
  {
    title: words(3, 300),
    publisher: words(2, 200),
    year: z.int(YEAR).min(1500, YEAR).max(2100, YEAR).optional(),
    url: secureAddress.optional(),
  },
  'une source avec title et publisher est attendue',
);
export type LessonSource = z.infer<typeof source>;

/** Lines; a lesson of 700 words has three or four. */
const MOST = 40;
const PARTS: Readonly<Record<string, string>> = {
  title: 'titre',
  publisher: 'éditeur',
  year: 'année',
  url: 'adresse',
};

export type SourcesWritten =
  | { readonly ok: true; readonly sources: readonly LessonSource[] }
  | { readonly ok: false; readonly fault: string };

/**
 * « Titre | Éditeur | 2020 | https://… », the year and the address or neither; empty lines are none.
 * @returns every source, or what is wrong with the lines, by their number
 */
export function parseSources(text: string): SourcesWritten {
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }]));
  if (lines.length > MOST) return { ok: false, fault: `Pas plus de ${MOST} sources : il y en a ${lines.length}.` };
  const read = lines.map(({ line, number }) => ({ number, parsed: source.safeParse(partsOf(line)) }));
  const faults = read.flatMap(({ number, parsed }) =>
    (parsed.error?.issues ?? []).map((issue) => `Ligne ${number}, ${nameOf(issue)}.`),
  );
  if (faults.length > 0) return { ok: false, fault: faults.slice(0, 5).join(' ') };
  return { ok: true, sources: read.flatMap(({ parsed }) => parsed.data ?? []) };
}

/** What is all digits is the year; the order of year and address is not asked for. */
function partsOf(line: string): Readonly<Record<string, unknown>> {
  const [title = '', publisher = '', ...rest] = line.split(BAR).map((part) => part.trim());
  const parts: Record<string, unknown> = { title, publisher };
  for (const part of rest.filter((one) => one !== '')) {
    if (/^\d+$/.test(part) && !('year' in parts)) parts.year = Number(part);
    // A second one is none: the schema says what is expected.
    else parts.url = 'url' in parts ? null : part;
  }
  return parts;
}

function nameOf({ path: [part], message }: z.core.$ZodIssue): string {
  return `${PARTS[String(part)] ?? ''} : ${message}`;
}

/** As they are written, a line each. */
export function sourcesWritten(sources: readonly LessonSource[]): string {
  return sources
    .map(({ title, publisher, year, url }) => [title, publisher, year, url].filter(Boolean).join(` ${BAR} `))
    .join('\n');
}
