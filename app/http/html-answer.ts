/**
 * A page as an answer, made smaller where the reader's browser allows it. Written at once and in one piece: the
 * library's middleware turns the text into a stream and the stream into another, which costs more than the
 * compression itself (docs/decisions/033).
 */
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib';
import { parseAccept } from 'hono/utils/accept';
import { wholePage } from './late-parts';
import { gzipOf, type Part } from './packed-parts';

/** Bytes: what is smaller travels in one packet either way. */
const WORTHWHILE = 1_024;

/**
 * At these levels a lesson of 30 KB becomes 8.0 KB in 0.16 ms by the first and 8.1 KB in 0.26 ms by the second;
 * the library's default took 0.76 ms for 7.9 KB. Browsers ask for the first over https only.
 */
const PACKINGS: readonly (readonly [name: string, pack: (text: Buffer) => Buffer])[] = [
  [
    'br',
    (text) => brotliCompressSync(text, { params: { [zlib.BROTLI_PARAM_QUALITY]: 2, [zlib.BROTLI_PARAM_LGWIN]: 18 } }),
  ],
  ['gzip', (text) => gzipSync(text, { level: 4 })],
];

/** @param acceptEncoding the header of the request; null sends the page as it is */
export function htmlAnswer(
  html: string | Buffer<ArrayBuffer>,
  acceptEncoding: string | null,
  status: number,
  headers = new Headers(),
): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.append('Vary', 'Accept-Encoding');
  const text = typeof html === 'string' ? Buffer.from(html) : html;
  const packing = text.length < WORTHWHILE ? undefined : packingFor(acceptEncoding);
  if (!packing) return new Response(text, { status, headers });
  const [name, pack] = packing;
  headers.set('Content-Encoding', name);
  return new Response(new Uint8Array(pack(text)), { status, headers });
}

/** The same for a page of kept parts (`packed-parts.ts`). */
export function keptAnswer(
  parts: readonly Part[],
  acceptEncoding: string | null,
  status: number,
  headers: Headers,
): Response {
  if (!takes(acceptEncoding, 'gzip')) return htmlAnswer(wholePage(parts), null, status, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.append('Vary', 'Accept-Encoding');
  headers.set('Content-Encoding', 'gzip');
  return new Response(gzipOf(parts), { status, headers });
}

/** The first of ours that the browser takes. */
function packingFor(acceptEncoding: string | null) {
  return PACKINGS.find(([name]) => takes(acceptEncoding, name));
}

/** `q=0` says that it does not (RFC 9110, 12.5.3). */
function takes(acceptEncoding: string | null, name: string): boolean {
  if (!acceptEncoding) return false;
  const named = parseAccept(acceptEncoding).find(({ type }) => type.toLowerCase() === name);
  return (named ?? NOT_NAMED).q > 0;
}

const NOT_NAMED = { q: 0 } as const;
