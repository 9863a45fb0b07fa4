/** Reading a posted form, and what a refused one hands back to its page. */
import { z } from 'zod';
import { AppError } from '~/errors';

export type FieldErrors = Readonly<Record<string, string>>;

/** A parsed form's value, or its faults by field. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

/** The first fault of each field, by field name. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'formulaire');
    errors[field] ??= issue.message;
  }
  return errors;
}

/**
 * A text field of at most `max` characters as a reader counts them. NUL is refused: PostgreSQL cannot store it,
 * and no keyboard makes it. Line ends become `\n`, and a letter with its accent
 * one sign (NFC), whatever the device types: counted, searched and compared as everybody else's.
 */
export function text(max: number) {
  return z
    .string('Ce champ manque.')
    .refine((value) => !value.includes('\0'), 'Ce texte contient un caractère qui ne peut pas être gardé.')
    .transform((value) => value.replace(/\r\n?/g, '\n').normalize('NFC'))
    .refine((value) => characters(value) <= max, {
      error: ({ input }) =>
        `Ce texte est trop long : ${figures(characters(String(input)))} caractères, ${figures(max)} au plus.`,
    });
}

/**
 * What shows nothing or turns a line around: controls, zero-width and direction signs. The joiners of emoji and of Arabic
 * and Indic writing stay.
 */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
/** Signs that Unicode calls letters and symbols, and that show nothing all the same. */
const BLANK = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** A name or a title: one line without unseen signs. @param max characters */
export function oneLine(max: number) {
  return text(max).transform((value) => value.replace(/\s+/g, ' ').replace(UNSEEN, '').trim());
}

/** Whether a reader sees anything of it. */
export function hasVisibleSign(value: string): boolean {
  return value.replace(BLANK, '') !== '';
}

/** « 10 000 » */
const figures = (count: number) => count.toLocaleString('fr-FR');

/** Code points, as PostgreSQL's char_length counts them. */
export function characters(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/** A posted form as an object; a field that came twice is an array, which no parser of ours takes for a text. */
export type Form = Readonly<Record<string, unknown>>;

/**
 * @param most bytes
 * @throws AppError invalid when the body is not a form, too_large
 */
export async function readForm(request: Request, most = BODY_MAX): Promise<Form> {
  return formOf(await formEntries(request, most));
}

/** The form of a body that is one long address. */
export function parseForm(body: string): Form {
  return formOf(new URLSearchParams(body));
}

function formOf(entries: Iterable<[string, unknown]>): Form {
  const form: Record<string, unknown> = Object.create(null);
  for (const [name, value] of entries) {
    const before = form[name];
    // Appended in place: copying the list at each of 32,000 repetitions would hold everybody up for a minute.
    if (Array.isArray(before)) before.push(value);
    else form[name] = name in form ? [before, value] : value;
  }
  return form;
}

async function formEntries(request: Request, most: number): Promise<Iterable<[string, unknown]>> {
  const type = request.headers.get('content-type') ?? '';
  const body = await readBody(request, most);
  try {
    if (type.startsWith('multipart/form-data')) {
      return await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    }
    return new URLSearchParams(body.toString('utf8'));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid', 'form', undefined, { cause: error });
  }
}

/** Bytes; reliability 17. Uploads have a limit of their own. */
export const BODY_MAX = 64 * 1024;

/**
 * Counted while it streams: a body that says nothing of its length ends here.
 * @param max bytes
 * @throws AppError too_large
 */
export async function readBody(request: Request, max: number): Promise<Buffer> {
  const told = request.headers.get('content-length');
  if (Number(told ?? 0) > max) throw new AppError('too_large');
  // Node's parser reads no byte more than was told. At once: a web stream costs a small form more than all its parsing.
  if (told !== null) return Buffer.from(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be iterated; the browser types that TypeScript knows them by cannot.
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > max) throw new AppError('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What was typed, to fill the form again: texts only, and never a password. */
export function typed(form: Form, ...fields: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const field of fields) {
    const value = form[field];
    if (typeof value === 'string') values[field] = value.replaceAll('\0', '');
  }
  return values;
}

/** A whole form as it was typed: what did not come, as a box that was not ticked, is as in a blank one. */
export function typedOn<V extends Readonly<Record<string, string>>>(blank: V, form: Form): V {
  return { ...blank, ...typed(form, ...Object.keys(blank)) };
}

/** The fields of a form that are kept while its signed-out sender signs in (C-08). */
export type KeptFields = {
  /** What a reader has written: without any of it there is nothing to keep. */
  readonly words: readonly string[];
  readonly rest: readonly string[];
};

/** An id from an address or a form, as the database writes it. Null: rubbish and « not there » are the same answer. */
export function parseUuid(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value.toLowerCase()
    : null;
}
