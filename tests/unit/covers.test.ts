/** The covers of the courses: seven of them, light, different, and the same wherever they are seen. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { COVERS, coverSvg } from '~/ui/covers/covers';
import { coverFile } from '~/urls';
import { projectRoot } from '../../db/project-root';

const kept = (pillar: number, format: 'svg' | 'png') =>
  readFileSync(path.join(projectRoot(), 'public', coverFile(pillar, format)));

test('there is one for each of the seven piliers, and no two are alike', () => {
  expect(new Set(COVERS.map((_, index) => coverSvg(index + 1))).size).toBe(7);
});

describe.each(COVERS.map((_, index) => index + 1))('cover %i', (pillar) => {
  test('is at most 6 KB gzip, asks for nothing, and is what the certificate draws (`npm run covers`)', () => {
    const file = kept(pillar, 'svg');
    expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(6 * 1024);
    expect(file.toString()).toBe(coverSvg(pillar));
    expect(file.toString()).not.toMatch(/href|<text|<image|<script|NaN|undefined/);
  });

  test('is a picture of at most 80 KB for letters, and tells dark from light without any colour', async () => {
    const file = kept(pillar, 'png');
    expect(file.length).toBeLessThanOrEqual(80 * 1024);
    const { width, height, format } = await sharp(file).metadata();
    expect([format, width, height]).toEqual(['png', 800, 533]);
    const { channels } = await sharp(file).greyscale().stats();
    expect(channels[0]?.stdev).toBeGreaterThan(35);
  });
});
