/** Real picture files, made in the test. */
import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';

type Size = { readonly width: number; readonly height: number };

/** One colour, or noise, which no format packs well. */
export function plain({ width, height }: Size, background = '#2b6e4f'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

export function noise({ width, height }: Size): Sharp {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
}

/** The upper half of one colour and the lower of another. */
export async function halves({ width, height }: Size, upper = '#ff0000', lower = '#0000ff'): Promise<Sharp> {
  const half = { width, height: Math.round(height / 2) };
  const below = await plain(half, lower).png().toBuffer();
  return plain({ width, height }, upper).composite([{ input: below, top: half.height, left: 0 }]);
}

/** What a form with a file sends; the name and the type are whatever somebody writes there. */
export function fileForm(bytes: Uint8Array, { name = 'photo.jpg', type = 'image/jpeg' } = {}): FormData {
  const form = new FormData();
  form.set('image', new File([new Uint8Array(bytes)], name, { type }));
  return form;
}

/** Red, green and blue of one point. */
export async function colourAt(picture: Buffer, left: number, top: number): Promise<readonly number[]> {
  const { data } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}
