/**
 * What is put into a page when all the rest of it stands as bytes: the nonce and the form key of one request, numbers that
 * move with every message, and a part that is kept as bytes itself. So the text around them can be rendered once and sent
 * many times (`kept-pages.ts`).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { Part } from './packed-parts';

/** Never sent, and made anew by every process: nobody can write it into a message. */
const SIGN = randomBytes(12).toString('hex');
const MARKS = new RegExp(`${SIGN}_([a-z]+)_`);
/** Letters, figures and underscores: the same in a text, an attribute, an address and a rule of styles. */
const mark = (name: string) => `${SIGN}_${name}_`;

/** Stands for the nonce of the request in what is rendered. */
export const NONCE = mark('nonce');
/** Stands for a key that makes one post of one form, however often it is sent (C-07). */
export const FORM_KEY = mark('key');

/** By the request's context and their name: a string with them in it is what the renderer must not see. */
const ready = new WeakMap<AppLoadContext, Map<string, Part>>();

/**
 * @param name letters; the same name is the same part in all its places
 * @param what bytes that are kept, or a text of this request, which is put into the page as it is
 * @returns what stands in its place in the page that answers this request
 */
export function latePart(context: AppLoadContext, name: string, what: Uint8Array | string | number): string {
  const parts = ready.get(context) ?? new Map<string, Part>();
  ready.set(context, parts);
  const isKept = what instanceof Uint8Array;
  parts.set(name, { bytes: isKept ? what : Buffer.from(String(what)), isKept });
  return mark(name);
}

/** A page as bytes, with the names of what is still to be put between them. */
export type Pieces = readonly (Uint8Array | string)[];

export function piecesOf(html: string): Pieces {
  // `split` gives the text between two marks and the name in each mark by turns.
  return html.split(MARKS).map((part, at) => (at % 2 === 0 ? Buffer.from(part) : part));
}

const NOTHING: Part = { bytes: new Uint8Array(), isKept: true };

/** The page of this request, in its order. */
export function partsOf(pieces: Pieces, context: AppLoadContext): readonly Part[] {
  const parts = ready.get(context);
  return pieces.map((piece) => {
    if (typeof piece !== 'string') return { bytes: piece, isKept: true };
    if (piece === 'nonce') return { bytes: Buffer.from(context.nonce), isKept: false };
    if (piece === 'key') return { bytes: Buffer.from(randomUUID()), isKept: false };
    return parts?.get(piece) ?? NOTHING;
  });
}

export function wholePage(parts: readonly Part[]): Buffer<ArrayBuffer> {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}
