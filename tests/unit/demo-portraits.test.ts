/** The portraits of the demonstration: drawings, each of them light, no two alike, and the files are what is drawn. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { projectRoot } from '../../db/project-root';
import { cast } from '../../demo/cast';
import { PORTRAITS, portraitFile, portraitSvg } from '../../demo/portraits';

const all = (['f', 'm'] as const).flatMap((gender) =>
  Array.from({ length: PORTRAITS }, (_, at) => ({
    file: portraitFile(gender, at + 1),
    svg: portraitSvg(gender, at + 1),
  })),
);

test('each is its file (`npm run covers`), weighs at most 1 KB, and asks for nothing', () => {
  expect(new Set(all.map(({ svg }) => svg)).size).toBe(all.length);
  for (const { file, svg } of all) {
    expect(readFileSync(path.join(projectRoot(), 'public', file), 'utf8')).toBe(svg);
    expect(gzipSync(svg, { level: 9 }).length).toBeLessThanOrEqual(1_024);
    expect(svg).not.toMatch(/href|<text|<image|<script|NaN|undefined/);
  }
});

test('most of the cast show one, and a third keep their initials', () => {
  const shown = cast().map(({ avatarUrl }) => avatarUrl);
  const some = shown.filter((address) => address !== null);
  expect(some.length / shown.length).toBeGreaterThan(0.5);
  expect(some.length / shown.length).toBeLessThan(0.8);
  const files = all.map(({ file }) => file);
  expect(some.filter((address) => !files.includes(address ?? ''))).toEqual([]);
});
