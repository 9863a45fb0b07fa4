/**
 * Reading and cutting pictures: the only importer of `sharp` in the domain. Its work runs on libuv's threads, one picture
 * at a time (reliability 16): unpacked, 24 megapixels take 100 MB, and this is all that uploads ever take.
 */
import { open } from 'node:fs/promises';
import type { Metadata, Sharp } from 'sharp';
import { AppError } from '~/errors';
import { type Cut, frameOn } from './rules/cut';
import { FORMATS, type Folder, type Format, FRAMES } from './rules/picture';
import { PIXELS_MAX, type Refusal, SIDE_MIN } from './rules/refusal';

export type Draft = { readonly bytes: Buffer; readonly width: number; readonly height: number };
export type Variant = { readonly width: number; readonly format: Format; readonly bytes: Buffer };

export type Workshop = {
  /** Upright, in sRGB, without metadata, on white, at most 1,600 pixels a side. */
  readonly draft: (file: string) => Promise<Draft | Refusal>;
  /** Every width and format of the folder. */
  readonly cut: (draft: Buffer, folder: Folder, cut: Cut) => Promise<readonly Variant[]>;
};

const DRAFT_SIDE = 1_600;
/** Seconds for one step; a picture that was made to be slow is a broken one. */
const STEP_MAX = 20;
/** Pictures that wait for their turn; one takes a quarter of a second. */
const WAITING_MAX = 60;
const RETRY = 10; // s
/** Bytes that a width of the first size may weigh (figures of issue 13). */
const SMALL_MAX = 6 * 1024;
const SMALL_WIDTH = 96;

export function openWorkshop(): Workshop {
  const inTurn = turns(WAITING_MAX);
  return {
    draft: (file) => inTurn(() => draftOf(file)),
    cut: (draft, folder, cut) => inTurn(() => variantsOf(draft, folder, cut)),
  };
}

/** One after the other. @throws AppError unavailable where too many wait already */
export function turns(most: number) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= most) throw new AppError('unavailable', 'pictures', RETRY);
    waiting += 1;
    const turn = last.then(work).finally(() => {
      waiting -= 1;
    });
    last = turn.catch(() => {});
    return turn;
  };
}

/** Loaded with the first picture: most pages have none to make. */
async function library() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

async function draftOf(file: string): Promise<Draft | Refusal> {
  const kind = kindOf(await headOf(file));
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return { why: kind };
  const sharp = await library();
  try {
    const picture = sharp(file, { limitInputPixels: PIXELS_MAX, failOn: 'error' });
    const refusal = judged(await sharp(file, { limitInputPixels: false }).metadata(), kind);
    if (refusal) return refusal;
    const { data, info } = await picture
      .timeout({ seconds: STEP_MAX })
      // Before any cutting: portraits of telephones lie on their side and say so in a mark.
      .autoOrient()
      .resize({ width: DRAFT_SIDE, height: DRAFT_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // What libvips says of a file depends on the file, and is for nobody to read.
    return { why: 'broken' };
  }
}

function judged({ format, width, height }: Metadata, kind: string): Refusal | null {
  if (format !== kind) return { why: 'other' };
  if (width * height > PIXELS_MAX) return { why: 'wide', pixels: width * height };
  return Math.min(width, height) < SIDE_MIN ? { why: 'small' } : null;
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** By the first bytes alone: names and types are whatever the sender says. */
export function kindOf(head: Buffer): 'jpeg' | 'png' | 'webp' | 'heic' | 'other' {
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^RIFF....WEBP/s.test(text)) return 'webp';
  return /^....ftyp(hei[cxms]|hev[cx]|mif1|msf1)/s.test(text) ? 'heic' : 'other';
}

async function variantsOf(draft: Buffer, folder: Folder, cut: Cut): Promise<readonly Variant[]> {
  const sharp = await library();
  const { widths, ratio } = FRAMES[folder];
  const { width = 1, height = 1 } = await sharp(draft).metadata();
  const frame = frameOn({ width, height }, ratio, cut);
  const variants: Variant[] = [];
  for (const each of widths) {
    const picture = sharp(draft)
      .extract(frame)
      .resize({ width: each, height: Math.round(each / ratio), fit: 'fill' });
    for (const format of Object.keys(FORMATS) as Format[]) {
      variants.push({ width: each, format, bytes: await packed(picture, format, each) });
    }
  }
  return variants;
}

/** A small one of nothing but noise is made coarser until it weighs what a small one may. */
async function packed(picture: Sharp, format: Format, width: number): Promise<Buffer> {
  for (const share of [1, 0.75, 0.5]) {
    const bytes = await encoded(picture.clone(), format, share).toBuffer();
    if (width > SMALL_WIDTH || bytes.length <= SMALL_MAX) return bytes;
  }
  return encoded(picture.clone(), format, 0.25).toBuffer();
}

function encoded(picture: Sharp, format: Format, share: number): Sharp {
  if (format === 'avif') return picture.avif({ quality: Math.round(55 * share), effort: 4 });
  if (format === 'webp') return picture.webp({ quality: Math.round(78 * share), effort: 4 });
  return picture.jpeg({ quality: Math.round(78 * share), mozjpeg: true });
}
