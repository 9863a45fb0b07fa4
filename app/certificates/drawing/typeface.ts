/**
 * The site’s letters for drawings. They are drawn as outlines: a machine that renders them has no font of ours, often
 * none at all, and a picture must look alike everywhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import bidiFactory from 'bidi-js';
import * as fontkit from 'fontkit';
import type { Face } from '~/ui/drawing/shapes';
import { projectRoot } from '../../../db/project-root';

const resolve = createRequire(import.meta.url).resolve;
const atkinson = (subset: string, weight: number) =>
  resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`);

const dejavu = (name: string) => resolve(`dejavu-fonts-ttf/ttf/DejaVu${name}.ttf`);

/** The files of one design, then those of designs that have more letters; each is opened when it is first needed. */
const FILES: Readonly<Record<Face, readonly (() => readonly string[])[]>> = {
  text: [() => [atkinson('latin', 400), atkinson('latin-ext', 400)], () => [dejavu('Sans')]],
  bold: [() => [atkinson('latin', 700), atkinson('latin-ext', 700)], () => [dejavu('Sans-Bold')]],
  title: [
    () => [path.join(projectRoot(), 'app/client/fonts/fraunces-latin-600-normal.woff2')],
    () => [dejavu('Serif-Bold')],
    () => [dejavu('Sans-Bold')],
  ],
};

export type Cut = { readonly file: string; readonly font: fontkit.Font };
/** Letters of one cut and one direction; `x` and `width` in points from the start of the words. */
export type Run = {
  readonly cut: Cut;
  readonly text: string;
  readonly isRightToLeft: boolean;
  readonly x: number;
  readonly width: number;
};
export type Setting = { readonly width: number; readonly runs: readonly Run[] };

const opened = new Map<string, Cut>();

function cutOf(file: string): Cut {
  const cut = opened.get(file) ?? { file, font: fontkit.create(readFileSync(file)) };
  opened.set(file, cut);
  return cut;
}

/** In the order in which they stand on paper, from left to right. A letter that no cut has is an empty box. */
export function setting(text: string, face: Face, size: number): Setting {
  const runs: Run[] = [];
  let x = 0;
  for (const part of inVisualOrder(partsOf(text, face))) {
    const { advanceWidth } = shaped(part);
    const width = (advanceWidth * size) / part.cut.font.unitsPerEm;
    runs.push({ ...part, x, width });
    x += width;
  }
  return { width: x, runs };
}

/** The signs of a name that can only be drawn as a box, or not at all. */
export function undrawable(text: string, face: Face): string[] {
  return [...new Set(signs(text).flatMap(({ sign }) => (cutFor(sign, FILES[face]) || isBlank(sign) ? [] : [sign])))];
}

type Part = Pick<Run, 'cut' | 'text' | 'isRightToLeft'> & { readonly level: number };

function partsOf(text: string, face: Face): Part[] {
  const all = signs(text);
  const known = all.filter(({ sign }) => cutFor(sign, FILES[face]));
  // One design for all of the words where there is one: a name in two designs looks like a mistake.
  const design = FILES[face].find((files) => known.every(({ sign }) => cutFor(sign, [files])));
  const parts: (Part & { text: string })[] = [];
  for (const { sign, level } of all) {
    const isRightToLeft = level % 2 === 1;
    const found = (design && cutFor(sign, [design])) ?? cutFor(sign, FILES[face]);
    // What is no letter (a flower, a flag) is left out: the page beside the drawing has it.
    const drawn = found ? sign : /[\p{L}\p{N}]/u.test(sign) ? BOX : '';
    const cut = found ?? cutFor(BOX, FILES[face]);
    if (drawn === '' || !cut) continue;
    const last = parts.at(-1);
    const text = isRightToLeft ? (bidi.getMirroredCharacter(drawn) ?? drawn) : drawn;
    if (last?.cut === cut && last.level === level) last.text += text;
    else parts.push({ cut, text, level, isRightToLeft });
  }
  return parts;
}

const BOX = '\u25a1';
const isBlank = (sign: string) => /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*$/u.test(sign);
const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What a reader takes for one sign, with its level (UAX #9): odd ones run from right to left. */
function signs(text: string): { readonly sign: string; readonly level: number }[] {
  // Narrow spaces are in no cut: as wide ones they stay unbreakable, and a drawing breaks nothing.
  const plain = text.normalize('NFC').replace(/[\u202f\u2009]/g, '\u00a0');
  const { levels } = bidi.getEmbeddingLevels(plain);
  return [...graphemes.segment(plain)].map(({ segment, index }) => ({ sign: segment, level: levels[index] ?? 0 }));
}

function cutFor(sign: string, designs: readonly (() => readonly string[])[]): Cut | null {
  const letters = [...sign].filter((letter) => !/\p{Default_Ignorable_Code_Point}/u.test(letter));
  if (letters.length === 0) return null;
  for (const design of designs)
    for (const file of design()) {
      const cut = cutOf(file);
      if (letters.every((letter) => cut.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))) return cut;
    }
  return null;
}

/** UAX #9, L2, over whole parts: the letters within one are put in order by the font's own shaping. */
function inVisualOrder(parts: readonly Part[]): Part[] {
  const ordered = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1)
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end === start) continue;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  return ordered;
}

const shaped = ({ cut, text, isRightToLeft }: Pick<Run, 'cut' | 'text' | 'isRightToLeft'>) =>
  cut.font.layout(text, undefined, undefined, undefined, isRightToLeft ? 'rtl' : 'ltr');

/** One path for all of a run's letters, its baseline at the origin. */
export function outline(run: Run, size: number): string {
  const scale = size / run.cut.font.unitsPerEm;
  const { glyphs, positions } = shaped(run);
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
