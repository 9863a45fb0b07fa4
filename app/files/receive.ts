/**
 * A form with a file, read while it comes: the file goes to the disk piece by piece, so that twenty uploads at once take
 * no memory, and is counted on the way (reliability 16). It is judged by nobody here.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { AppError } from '~/errors';
import { type Form, readForm } from '~/forms';
import { away } from './store';

export type Received = {
  /** The other fields, as `readForm` gives them. */
  readonly form: Form;
  /** Null: none was chosen. `heavy`: it went on beyond its limit, and is not kept. */
  readonly file: { readonly place: string; readonly bytes: number } | { readonly heavy: number } | null;
};

/** Bytes of everything beside the file. */
const FIELDS_MAX = 64 * 1024;
/** What is read on and thrown away of a file that is too heavy: an answer reaches a browser that has sent everything. */
const DRAIN_MAX = 40 * 1024 * 1024;

/**
 * Gives what came to `work` and removes the file afterwards, whatever happens.
 * @param folder for the file while it is read
 * @param most bytes of the file
 * @throws AppError invalid (no form, broken off), too_large (beyond all measure), unavailable (the disk)
 */
export async function receive<T>(
  request: Request,
  { folder, field, most }: { readonly folder: string; readonly field: string; readonly most: number },
  work: (received: Received) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return work({ form: await readForm(request), file: null });
  if (Number(request.headers.get('content-length') ?? 0) > DRAIN_MAX) throw new AppError('too_large');
  const place = path.join(folder, randomBytes(16).toString('hex'));
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => Promise.reject(away(error)));
  try {
    return await work(await parsed(request, type, { field, most, place }));
  } finally {
    await rm(place, { force: true });
  }
}

type Into = { readonly field: string; readonly most: number; readonly place: string };

async function parsed(request: Request, type: string, { field, most, place }: Into): Promise<Received> {
  const form: Record<string, unknown> = Object.create(null);
  const state = { bytes: 0, isChosen: false };
  let writing: Promise<void> | null = null;
  let coming: Readable | null = null;
  const parser = parserOf(type);
  parser.on('field', (name, value) => {
    form[name] = name in form ? [form[name], value].flat() : value;
  });
  parser.on('file', (name, stream, filename) => {
    // A second file, one of another field, and the empty one that a browser sends for « none chosen ».
    if (name !== field || writing || !filename) return void stream.resume();
    state.isChosen = true;
    coming = stream;
    writing = kept(stream, { place, most, count: (size) => (state.bytes += size) });
    // Told by the pipeline below, which a file that cannot be written ends.
    writing.catch((error) => parser.destroy(error));
  });
  try {
    await pipeline(bodyOf(request), parser);
    await writing;
  } catch (error) {
    // The parser leaves the file that it was in the middle of open.
    (coming as Readable | null)?.destroy();
    await Promise.resolve(writing).catch(() => {});
    throw inWords(error);
  }
  if (!state.isChosen || state.bytes === 0) return { form, file: null };
  return { form, file: state.bytes > most ? { heavy: state.bytes } : { place, bytes: state.bytes } };
}

function parserOf(type: string) {
  const limits = { fields: 50, files: 5, parts: 50, fieldNameSize: 100, fieldSize: FIELDS_MAX, headerPairs: 20 };
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch (error) {
    throw new AppError('invalid', 'form', undefined, { cause: error });
  }
}

type Keeping = { readonly place: string; readonly most: number; readonly count: (size: number) => number };

async function kept(stream: Readable, { place, most, count }: Keeping): Promise<void> {
  const counted = new Transform({
    transform(piece: Buffer, _encoding, next) {
      next(null, count(piece.length) > most ? null : piece);
    },
  });
  const file = createWriteStream(place, { mode: 0o600 });
  let fault: unknown = null;
  // Whatever the disk says: no room, no right, no answer.
  file.on('error', (error) => {
    fault = away(error);
  });
  await pipeline(stream, counted, file).catch((error) => Promise.reject(fault ?? error));
}

/** Bounded as a whole: a form of nothing but headers would go on for ever. */
function bodyOf(request: Request): Readable {
  let size = 0;
  const bounded = new Transform({
    transform(piece: Buffer, _encoding, next) {
      size += piece.length;
      if (size > DRAIN_MAX) next(new AppError('too_large'));
      else next(null, piece);
    },
  });
  if (!request.body) throw new AppError('invalid', 'form');
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  body.on('error', (error) => bounded.destroy(error));
  return body.pipe(bounded);
}

/** A body that is broken off reaches nobody any more; one that is no form is the sender's fault. */
function inWords(error: unknown): unknown {
  if (error instanceof AppError) return error;
  return new AppError('invalid', 'form', undefined, { cause: error });
}
