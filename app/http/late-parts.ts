/**
 * What is put into a page when all the rest of it stands as bytes: the nonce and the form key of one request, and a part
 * that is kept as bytes itself. So the text around them can be rendered once and sent many times (`kept-pages.ts`).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import type { Part } from './packed-parts';

/** Never sent, and made anew by every process: nobody can write it into a message. */
const SIGN = randomBytes(12).toString('hex');
const MARKS = new RegExp(`${SIGN}(nonce|key|bytes)`);

/** Stands for the nonce of the request in what is rendered. */
export const NONCE = `${SIGN}nonce`;
/** Stands for a key that makes one post of one form, however often it is sent (C-07). */
export const FORM_KEY = `${SIGN}key`;

/** One a page, by the request's context: a string with the bytes in it is what the renderer must not see. */
const ready = new WeakMap<AppLoadContext, Uint8Array>();

/** @returns what stands in their place in the page that answers this request */
export function readyBytes(context: AppLoadContext, bytes: Uint8Array): string {
  ready.set(context, bytes);
  return `${SIGN}bytes`;
}

/** A page as bytes, with the names of what is still to be put between them. */
export type Pieces = readonly (Uint8Array | 'nonce' | 'key' | 'bytes')[];

export function piecesOf(html: string): Pieces {
  // `split` gives the text between two marks and the name in each mark by turns.
  return html.split(MARKS).map((part, at) => (at % 2 === 0 ? Buffer.from(part) : (part as 'nonce' | 'key' | 'bytes')));
}

const NOTHING = new Uint8Array();

/** The page of this request, in its order. */
export function partsOf(pieces: Pieces, context: AppLoadContext): readonly Part[] {
  return pieces.map((piece) => {
    if (piece === 'nonce') return { bytes: Buffer.from(context.nonce), isKept: false };
    if (piece === 'key') return { bytes: Buffer.from(randomUUID()), isKept: false };
    return { bytes: piece === 'bytes' ? (ready.get(context) ?? NOTHING) : piece, isKept: true };
  });
}

export function wholePage(parts: readonly Part[]): Buffer<ArrayBuffer> {
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}
