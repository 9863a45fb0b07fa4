/** The tables of the figures in README and docs/performance.md, from `bench-results.json`: no figure is typed by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../db/project-root';
import type { BenchResults } from './run';
import { type Row, table } from './table';

const BEGIN = '<!-- figures: npm run bench -- --tables -->';
const END = '<!-- end of figures -->';

/** Weights and counts of statements have tests of their own. */
const isHeadline = ({ goal = '', what }: Row) => goal !== '' && !/gzip|KB$|statement/.test(`${goal} ${what}`);

/** @throws for a run that was too short, or a document that has no place for its table */
export function writeTables(results: BenchResults): void {
  if (results.quick) throw new Error('bench-results.json is of a run with --quick: no figures to keep');
  const all = judged(results.rows);
  put('docs/performance.md', results, all);
  put(
    'README.md',
    results,
    all.filter((_, n) => isHeadline(results.rows[n] as Row)),
  );
}

function put(file: string, results: BenchResults, rows: readonly Row[]): void {
  const place = path.join(projectRoot(), file);
  writeFileSync(place, placed(readFileSync(place, 'utf8'), text(results, rows), file));
}

/** The document with this between its two marks. */
export function placed(document: string, words: string, name: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${name} has no « ${BEGIN} » before « ${END} »`);
  return `${document.slice(0, from + BEGIN.length)}\n${words}\n${document.slice(to)}`;
}

function text({ at, machine, measures }: BenchResults, rows: readonly Row[]): string {
  const missed = rows.filter(({ goal = '' }) => goal.endsWith(MISSED)).length;
  return [
    `One run of \`npm run bench\` on ${at.slice(0, 10)} (${measures.join(', ')}). ${machine.join('. ')}.`,
    table(rows),
    missed === 0 ? 'No goal is missed.' : `Goals that are missed, ${missed}, end with «${MISSED} ».`,
  ].join('\n\n');
}

const MISSED = ' missed';

/** A goal that this run missed says so. */
function judged(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => (holds(row) === false ? { ...row, goal: `${row.goal}${MISSED}` } : row));
}

/** Null: there is no goal, or one that a reader must judge. */
export function holds({ ours, ratio = '', goal = '' }: Row): boolean | null {
  const [, sign, bound = '', unit = ''] = /^([≤≥]) ([\d.,]+) ?(×|ms|s|KB|MB|\/s|%)?$/.exec(goal) ?? [];
  if (!sign) return null;
  const [part, whole] = (/^(\d+) of (\d+)$/.exec(ours) ?? []).slice(1).map(Number);
  const said = unit === '×' ? numberIn(ratio) : part !== undefined ? (100 * part) / (whole || 1) : lastNumber(ours);
  if (Number.isNaN(said)) return null;
  return sign === '≤' ? said <= numberIn(bound) : said >= numberIn(bound);
}

const numberIn = (words: string) => Number(/[\d.,]+/.exec(words)?.[0]?.replaceAll(',', '') ?? Number.NaN);
/** Of several figures the last one is the strictest. */
const lastNumber = (words: string) => numberIn(words.split(';').at(-1) ?? '');
