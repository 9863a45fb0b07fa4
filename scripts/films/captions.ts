/** The words of a silent film: WebVTT captions under it, and the transcript beside it. */
import { type Film, lengthOf, type Slide } from './film';

const COLUMNS = 42;
const ROWS = 2;

/**
 * What is written, in cues of two short lines that share the slide's time by their length. What is drawn stands in the
 * transcript alone: with it, a cue would have to be read at more than twenty letters a second.
 */
export function captionsOf(film: Film): string {
  let start = 0;
  const cues = film.slides.flatMap((slide) => {
    const from = start;
    start += slide.seconds;
    return cuesOf(slide, from);
  });
  return `WEBVTT\n\n${cues.map((cue, index) => `${index + 1}\n${cue}`).join('\n\n')}\n`;
}

function cuesOf(slide: Slide, start: number): string[] {
  const parts = blocks(sentence(slide));
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  let from = start;
  return parts.map((part) => {
    const to = from + (slide.seconds * part.length) / letters;
    const cue = `${stamp(from)} --> ${stamp(to)}\n${part}`;
    from = to;
    return cue;
  });
}

export function transcriptOf(film: Film): string {
  let start = 0;
  const parts = film.slides.map((slide) => {
    const paragraph = `**${said(start)}.** ${sentence(slide)}\n\n*À l’image\u202f: ${lowered(slide.image)}*`;
    start += slide.seconds;
    return paragraph;
  });
  return `Film sans paroles, ${said(lengthOf(film))}. Tout ce qui est écrit et montré à l’écran se trouve ci-dessous.\n\n${parts.join('\n\n')}\n`;
}

/** The title and the lines as one text: a title without a full stop receives one. */
const sentence = (slide: Slide): string =>
  [slide.title, ...slide.lines].map((line) => (/[.!?…:]$/.test(line) ? line : `${line}.`)).join(' ');

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A sentence stays whole where two lines hold it, and short ones stand together: nobody reads « ni basse ni » alone. */
function blocks(text: string): string[] {
  const cues: string[] = [];
  for (const part of text.split(/(?<=[^\d\s][.!?…])\s/).flatMap(pieces)) {
    const joined = `${cues.at(-1)} ${part}`;
    if (cues.length > 0 && fits(joined)) cues[cues.length - 1] = joined;
    else cues.push(part);
  }
  return cues.map((cue) => even(cue, rowsOf(cue, COLUMNS).length).join('\n'));
}

/** A sentence too long for two lines, as evenly as can be: no last cue of one word. */
function pieces(sentence: string): string[] {
  if (fits(sentence)) return [sentence];
  const rows = even(sentence, Math.ceil(rowsOf(sentence, COLUMNS).length / ROWS) * ROWS);
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    rows.slice(index * ROWS, index * ROWS + ROWS).join(' '),
  );
}

const fits = (text: string): boolean => rowsOf(text, COLUMNS).length <= ROWS;

/** The narrowest column in which the text takes so many rows. */
function even(text: string, wanted: number): string[] {
  let columns = Math.ceil(text.length / wanted);
  while (columns < COLUMNS && rowsOf(text, columns).length > wanted) columns += 1;
  return rowsOf(text, columns);
}

function rowsOf(text: string, columns: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= columns) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}

function stamp(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `00:${String(minutes).padStart(2, '0')}:${(seconds - minutes * 60).toFixed(3).padStart(6, '0')}`;
}

/** « 1 min 05 s », with spaces that do not break. */
function said(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds - minutes * 60);
  return minutes === 0 ? `${rest}\u202fs` : `${minutes}\u202fmin\u202f${String(rest).padStart(2, '0')}\u202fs`;
}
