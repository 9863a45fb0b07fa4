/** One file as an answer, whole or in part (RFC 9110, 14): players ask for the piece they are about to show. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

type Range = { readonly start: number; readonly end: number };

/** Null: there is no such file. 200, 206, 304 or 416; for HEAD the same headers and no body. */
export async function fileAnswer(request: Request, path: string, type: string): Promise<Response | null> {
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) return null;
  const etag = `"${file.size.toString(36)}-${Math.floor(file.mtimeMs).toString(36)}"`;
  const modified = new Date(Math.floor(file.mtimeMs / 1000) * 1000).toUTCString();
  const headers = new Headers({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': modified,
    // Kept by the reader's own browser, and asked about each time: a right can end.
    'Cache-Control': 'private, no-cache',
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const asked = mayBePartial(request.headers, etag, modified) ? rangeOf(request.headers.get('range'), file.size) : null;
  if (asked === 'none') {
    headers.set('Content-Range', `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = asked ?? { start: 0, end: file.size - 1 };
  headers.set('Content-Length', String(end - start + 1));
  if (asked) headers.set('Content-Range', `bytes ${start}-${end}/${file.size}`);
  const body = request.method === 'HEAD' || file.size === 0 ? null : bytes(path, start, end);
  return new Response(body, { status: asked ? 206 : 200, headers });
}

type Whole = { readonly etag: string; readonly headers: Readonly<Record<string, string>> };

/** The same of bytes that are held already, and never change under their name. */
export function bytesAnswer(request: Request, body: Buffer, { etag, headers: own }: Whole): Response {
  const headers = new Headers({ ...own, 'Accept-Ranges': 'bytes', ETag: etag });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const asked = mayBePartial(request.headers, etag, '') ? rangeOf(request.headers.get('range'), body.length) : null;
  if (asked === 'none') {
    headers.set('Content-Range', `bytes */${body.length}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = asked ?? { start: 0, end: body.length - 1 };
  headers.set('Content-Length', String(end - start + 1));
  if (asked) headers.set('Content-Range', `bytes ${start}-${end}/${body.length}`);
  const sent = request.method === 'HEAD' ? null : new Uint8Array(body.subarray(start, end + 1));
  return new Response(sent, { status: asked ? 206 : 200, headers });
}

/** A reader that goes away ends the reading of the file too. */
function bytes(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
}

/** If-Range: the piece belongs to another state of the file, so the whole is sent. */
function mayBePartial(headers: Headers, etag: string, modified: string): boolean {
  const condition = headers.get('if-range');
  return condition === null || condition === etag || condition === modified;
}

/** Null: the whole file (no range, several, or one that is none). `none`: a range beyond its end. */
export function rangeOf(header: string | null, size: number): Range | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return null;
  return start >= size ? 'none' : { start, end };
}
