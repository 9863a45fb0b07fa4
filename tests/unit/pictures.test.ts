/** What becomes of a file (reliability 16; B01, B04): by its content alone, upright, in sRGB, without a word of where it was made. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { type Draft, openWorkshop, turns } from '~/files/images';
import { frameOn, PLACES } from '~/files/rules/cut';
import { colourAt, halves, noise, plain } from '../support/pictures';

const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-images-'));
afterAll(() => rmSync(folder, { recursive: true }));

const workshop = openWorkshop();
let files = 0;
function read(bytes: Uint8Array) {
  files += 1;
  const file = path.join(folder, String(files));
  writeFileSync(file, bytes);
  return workshop.draft(file);
}
async function draft(bytes: Uint8Array): Promise<Draft> {
  const made = await read(bytes);
  if ('why' in made) throw new Error(made.why);
  return made;
}
const size = { width: 300, height: 200 };
const centre = { place: 'centre', isClose: false } as const;

describe('a picture', () => {
  test.each([3, 6, 8])('that lies on its side (mark %i) is upright before it is cut', async (orientation) => {
    const upright = await (await halves({ width: 200, height: 300 })).png().toBuffer();
    const turned = { 3: 180, 6: 270, 8: 90 }[orientation] ?? 0;
    const lying = await sharp(upright).rotate(turned).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    const { bytes, width, height } = await draft(lying);
    expect([width, height]).toEqual([200, 300]);
    const [variant] = await workshop.cut(bytes, 'avatars', { place: 'haut', isClose: true });
    const [red = 0, , blue = 255] = await colourAt(variant?.bytes ?? bytes, 48, 48);
    expect([red > 200, blue < 60]).toEqual([true, true]);
  });

  test('keeps no word of its camera, its place or its profile', async () => {
    const exif = {
      IFD0: { Make: 'Apple', Copyright: 'Monique' },
      IFD3: { GPSLatitude: '48/1 51/1 0/1', GPSLatitudeRef: 'N' },
    };
    const told = await plain(size).withExif(exif).withIccProfile('p3').jpeg().toBuffer();
    expect((await sharp(told).metadata()).exif).toBeDefined();
    const { bytes } = await draft(told);
    for (const each of [bytes, ...(await workshop.cut(bytes, 'covers', centre)).map((variant) => variant.bytes)]) {
      const { exif, icc, xmp, iptc } = await sharp(each).metadata();
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(each.toString('latin1')).not.toMatch(/Apple|Monique/);
    }
  });

  test('of another colour space is shown in sRGB: wide gamut, CMYK, 16 bits', async () => {
    const red = [204, 51, 68];
    const wide = await plain(size, '#cc3344').withIccProfile('p3').png().toBuffer();
    const cmyk = await plain(size, '#cc3344').toColourspace('cmyk').jpeg().toBuffer();
    const deep = await plain(size, '#cc3344').toColourspace('rgb16').png().toBuffer();
    const awayFrom = async (bytes: Buffer) =>
      Math.max(...(await colourAt((await draft(bytes)).bytes, 9, 9)).map((each, n) => Math.abs(each - (red[n] ?? 0))));
    expect(await awayFrom(wide)).toBeLessThan(14);
    expect(await awayFrom(deep)).toBeLessThan(4);
    // Inks have no such red.
    expect(await awayFrom(cmyk)).toBeLessThan(40);
  });

  test('that moves stands still, and one that is seen through lies on white', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => plain(size, colour).png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    expect(await draft(moving)).toMatchObject(size);
    const clear = await sharp({ create: { ...size, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect((await colourAt((await draft(clear)).bytes, 9, 9)).every((channel) => channel > 250)).toBe(true);
  });

  test('comes in every width and format, and a small one of nothing but noise weighs at most 6 KB', async () => {
    const { bytes } = await draft(await noise({ width: 400, height: 400 }).jpeg({ quality: 90 }).toBuffer());
    const variants = await workshop.cut(bytes, 'avatars', centre);
    expect(variants.map(({ width, format }) => `${width} ${format}`)).toEqual([
      '96 avif',
      '96 webp',
      '96 jpg',
      '192 avif',
      '192 webp',
      '192 jpg',
    ]);
    for (const { width, bytes: made } of variants) {
      expect(await sharp(made).metadata()).toMatchObject({ width, height: width });
      if (width === 96) expect(made.length).toBeLessThanOrEqual(6 * 1024);
    }
  });

  test('with something else behind it loses that (polyglots)', async () => {
    const page = Buffer.from('<script>alert(1)</script>PK\x03\x04');
    const { bytes } = await draft(Buffer.concat([await plain(size).jpeg().toBuffer(), page]));
    expect(bytes.includes('alert(1)')).toBe(false);
  });
});

describe('a frame', () => {
  test('stays on its picture in each of nine places, close and whole', () => {
    for (const [width, height] of [
      [300, 200],
      [200, 300],
      [97, 1_600],
      [1_600, 97],
    ] as const) {
      for (const place of Object.keys(PLACES) as (keyof typeof PLACES)[]) {
        for (const [isClose, ratio] of [
          [true, 1],
          [false, 1],
          [true, 4],
          [false, 4],
        ] as const) {
          const { left, top, ...frame } = frameOn({ width, height }, ratio, { place, isClose });
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect([left + frame.width <= width, top + frame.height <= height]).toEqual([true, true]);
          expect(Math.abs(frame.width / ratio - frame.height)).toBeLessThanOrEqual(1);
        }
      }
    }
    expect(frameOn({ width: 300, height: 200 }, 1, { place: 'droite', isClose: false })).toEqual({
      left: 100,
      top: 0,
      width: 200,
      height: 200,
    });
  });
});

/** A PNG whose head says what it likes. */
function png(width: number, height: number, data = deflateSync(Buffer.alloc(1_000))): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(type), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const sign = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

describe('what is no picture for us', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300"/></svg>',
  );
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

  test('is told by its first bytes, whatever it is called: SVG, TIFF, GIF, AVIF, HEIC, text, nothing', async () => {
    const others = [
      svg,
      await plain(size).tiff().toBuffer(),
      await plain(size).gif().toBuffer(),
      await plain(size).avif().toBuffer(),
    ];
    for (const bytes of [...others, Buffer.from('%PDF-1.7'), Buffer.from('bonjour'), Buffer.alloc(0)]) {
      expect(await read(bytes)).toEqual({ why: 'other' });
    }
    expect(await read(heic)).toEqual({ why: 'heic' });
  });

  test('is broken off or made up behind a good beginning', async () => {
    const whole = await noise({ width: 400, height: 400 }).jpeg().toBuffer();
    expect(await read(whole.subarray(0, whole.length / 2))).toEqual({ why: 'broken' });
    expect(await read(Buffer.concat([whole.subarray(0, 3), svg]))).toEqual({ why: 'broken' });
    expect(await read(png(300, 300))).toEqual({ why: 'broken' });
    expect(await read(Buffer.from('RIFF\x24\0\0\0WEBPVP8 rien de bon', 'latin1'))).toEqual({ why: 'broken' });
  });

  test('would unpack to more than 24 million points: refused by its head', async () => {
    // Nothing but a head: whoever began to unpack it would find it broken, as above.
    expect(await read(png(30_000, 30_000))).toEqual({ why: 'wide', pixels: 900_000_000 });
    const bomb = await plain({ width: 12_000, height: 3_000 }, '#000').png().toBuffer();
    expect(bomb.length).toBeLessThan(500_000);
    expect(await read(bomb)).toEqual({ why: 'wide', pixels: 36_000_000 });
  });

  test('is too small to be seen', async () => {
    expect(await read(await plain({ width: 500, height: 40 }).png().toBuffer())).toEqual({ why: 'small' });
  });
});

test('one after the other, and who comes when too many wait is told so', async () => {
  const inTurn = turns(2);
  let now = 0;
  let most = 0;
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
  };
  const asked = [inTurn(work), inTurn(() => work().then(() => Promise.reject(new Error('fault'))))];
  expect(() => inTurn(work)).toThrow('pictures');
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await inTurn(work);
  expect(most).toBe(1);
});
