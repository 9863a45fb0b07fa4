/**
 * The site’s letters for drawings. They are drawn as outlines: a machine that renders them has no font of ours, often
 * none at all, and a picture must look alike everywhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import type { Face } from '~/ui/drawing/shapes';
import { projectRoot } from '../../../db/project-root';

const resolve = createRequire(import.meta.url).resolve;
const atkinson = (subset: string, weight: number) =>
  resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`);

/** First the face itself, then what stands in for letters that it lacks. */
const FILES: Readonly<Record<Face, () => readonly string[]>> = {
  text: () => [atkinson('latin', 400), atkinson('latin-ext', 400)],
  bold: () => [atkinson('latin', 700), atkinson('latin-ext', 700)],
  title: () => [
    path.join(projectRoot(), 'app/client/fonts/fraunces-latin-600-normal.woff2'),
    atkinson('latin', 700),
    atkinson('latin-ext', 700),
  ],
};

export type Cut = { readonly file: string; readonly font: fontkit.Font };
/** Letters of one cut that stand together; `x` and `width` in points from the start of the words. */
export type Run = { readonly cut: Cut; readonly text: string; readonly x: number; readonly width: number };
export type Setting = { readonly width: number; readonly runs: readonly Run[] };

const cuts = new Map<Face, readonly Cut[]>();

function cutsOf(face: Face): readonly Cut[] {
  const known = cuts.get(face);
  if (known) return known;
  const opened = FILES[face]().map((file) => ({ file, font: fontkit.create(readFileSync(file)) }));
  cuts.set(face, opened);
  return opened;
}

/** What no cut can draw is left out: the credential beside the drawing has every letter. */
export function setting(text: string, face: Face, size: number): Setting {
  const runs: Run[] = [];
  let x = 0;
  for (const { cut, text: part } of split(drawable(text), cutsOf(face))) {
    const { advanceWidth } = cut.font.layout(part);
    const width = (advanceWidth * size) / cut.font.unitsPerEm;
    runs.push({ cut, text: part, x, width });
    x += width;
  }
  return { width: x, runs };
}

/** Narrow spaces are in no cut of these: as wide ones they stay unbreakable, and a drawing breaks nothing. */
function drawable(text: string): string {
  return text.normalize('NFC').replace(/[\u202f\u2009]/g, '\u00a0');
}

function split(text: string, among: readonly Cut[]): { readonly cut: Cut; text: string }[] {
  const parts: { readonly cut: Cut; text: string }[] = [];
  for (const sign of text) {
    const cut = among.find(({ font }) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
    if (!cut) continue;
    const last = parts.at(-1);
    if (last?.cut === cut) last.text += sign;
    else parts.push({ cut, text: sign });
  }
  return parts;
}

/** One path for all of a run's letters, its baseline at the origin. */
export function outline({ cut: { font }, text }: Run, size: number): string {
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let x = 0;
  const parts: string[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    const at = (px: number, py: number) => `${round((x + xOffset + px) * scale)} ${round(-(yOffset + py) * scale)}`;
    parts.push(glyph.path.commands.map(({ command, args }) => LETTERS[command] + pairs(args, at)).join(''));
    x += xAdvance;
  }
  return parts.join('');
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

function pairs(args: readonly number[], at: (x: number, y: number) => string): string {
  const points: string[] = [];
  for (let index = 0; index < args.length; index += 2) points.push(at(args[index] ?? 0, args[index + 1] ?? 0));
  return points.join(' ');
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Lines of at most `width` points; a longer word has one of its own. */
export function lines(text: string, face: Face, size: number, width: number): string[] {
  const made: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && setting(longer, face, size).width > width) {
      made.push(line);
      line = word;
    } else line = longer;
  }
  made.push(line);
  return made;
}

/** The size at which these words are no wider than `width`. */
export function fitted(text: string, face: Face, size: number, width: number): number {
  return Math.min(size, (size * width) / Math.max(1, setting(text, face, size).width));
}
