/** The copy's files for reading: pages, tables for a spreadsheet, a calendar, and the description of the JSON. */

import { ofBefore } from '~/ui/format';
import { COLUMNS, fileNameOf, titleOf } from '../rules/export';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

const STYLE = `body{font:1.15rem/1.6 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1,h2{line-height:1.2}a{color:#5b1f8f}table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.4rem .6rem;
text-align:left;vertical-align:top}caption{text-align:left;font-weight:bold;padding:.5rem 0}.t{overflow-x:auto}`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style>
<h1>${escaped(title)}</h1>
${body}
`;

export type Listed = { readonly table: string; readonly rows: number };

/** The first page: opens by a double click, and needs no network. */
export function indexPage(name: string, listed: readonly Listed[], others: readonly string[]): string {
  const lines = listed.map(
    ({ table, rows }) => `<li><a href="pages/${fileNameOf(table)}.html">${escaped(titleOf(table))}</a> (${rows})</li>`,
  );
  const files = others.map((file) => `<li><a href="${file}">${escaped(file)}</a></li>`);
  const body = `<p>Tout ce qu’Aurora50 garde ${ofBefore(name)}${escaped(name || 'vous')}. Touchez une ligne pour la lire.</p>
<ul>${lines.join('\n')}</ul>
<h2>Vos fichiers</h2>
<ul>${files.join('\n')}</ul>
<p>Les mots des autres membres n’y sont pas : ils sont à eux. Vos mots de passe et vos codes non plus.</p>`;
  return page('Mes données Aurora50', body);
}

/** What a table was found to hold: how many rows, and the types that each column has had. */
export type Found = { rows: number; readonly columns: Map<string, Set<string>> };
export type Seen = Map<string, Found>;
export type Shown = Found & { readonly table: string };

export const nothingSeen = (): Found => ({ rows: 0, columns: new Map() });

export function noteRow(found: Found, row: Row): void {
  found.rows += 1;
  for (const [column, value] of Object.entries(row)) {
    const types = found.columns.get(column);
    if (types) types.add(jsonType(value));
    else found.columns.set(column, new Set([jsonType(value)]));
  }
}

/** Rows of one page: a browser shows them at once, and a reader goes through them. */
const PAGE_ROWS = 1_000;

export const pagesOf = ({ rows }: Pick<Found, 'rows'>): number => Math.max(1, Math.ceil(rows / PAGE_ROWS));
export const pageName = (table: string, page: number): string =>
  `${fileNameOf(table)}${page === 1 ? '' : `-${page}`}.html`;

/** A page of one part, as a table that can be read and searched; a row at a time. @param rows stand where the page before ended */
export async function* tablePage(shown: Shown, number: number, rows: AsyncIterator<Row>): AsyncGenerator<string> {
  const columns = [...shown.columns.keys()];
  const head = columns.map((column) => `<th scope="col">${escaped(COLUMNS[column] ?? column)}</th>`).join('');
  const back = '<p><a href="../index.html">Toutes mes données</a></p>';
  const around = `${back}\n${wayThrough(shown, number)}`;
  const body = `${around}<div class="t"><table><tr>${head}</tr>\0</table></div>\n${wayThrough(shown, number)}`;
  const [before = '', after = ''] = page(titleOf(shown.table), body).split('\0');
  yield before;
  for (let count = 0; count < PAGE_ROWS; count += 1) {
    const { done, value: row } = await rows.next();
    if (done) break;
    yield `\n<tr>${columns.map((column) => `<td>${inWords(row[column])}</td>`).join('')}</tr>`;
  }
  yield after;
}

/** « Page 2 sur 5 », with the ones before and after it. */
function wayThrough(shown: Shown, number: number): string {
  const last = pagesOf(shown);
  if (last === 1) return '';
  const link = (page: number, words: string) =>
    page < 1 || page > last ? '' : ` <a href="${pageName(shown.table, page)}">${words}</a>`;
  return `<p>Page ${number} sur ${last}.${link(number - 1, 'Page d’avant')}${link(number + 1, 'Page d’après')}</p>\n`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value === true) return 'oui';
  if (value === false) return 'non';
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return escaped(value.join(', '));
  if (typeof value === 'object') return escaped(JSON.stringify(value));
  return escaped(moment(String(value)) ?? String(value));
}

/** « 27 novembre 2026 à 18 h 05 »; null: no time. */
function moment(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  return IN_WORDS.format(date);
}

/** Made once: it takes longer to make than to use. */
const IN_WORDS = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

/** RFC 4180, with the mark by which spreadsheets know UTF-8. What a spreadsheet would run as a formula is text. */
export async function* csv(columns: readonly string[], rows: AsyncIterable<Row>): AsyncGenerator<string> {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;
  yield `\ufeff${line(columns)}`;
  for await (const row of rows) yield line(columns.map((column) => cell(row[column])));
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 5545: a lesson's day is its opening. Another site that has the lesson too names it the same. */
export function calendar(lessons: readonly Row[]): string {
  const events = lessons.flatMap((lesson) => {
    const at = new Date(String(lesson.opens_at));
    if (Number.isNaN(at.getTime())) return [];
    return [
      'BEGIN:VEVENT',
      `UID:${lesson.course_slug}.${lesson.lesson_slug}@aurora50`,
      `DTSTAMP:${utc(at)}`,
      `DTSTART:${utc(at)}`,
      'DURATION:PT30M',
      `SUMMARY:${icsText(`${lesson.course} : ${lesson.title}`)}`,
      'END:VEVENT',
    ];
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Aurora50//Mes leçons//FR', ...events, 'END:VCALENDAR'];
  return lines.map(folded).join('\r\n').concat('\r\n');
}

const utc = (date: Date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const icsText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** At most 75 octets a line, and no sign cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > 74) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
}

/** JSON Schema 2020-12 of exactly what the file holds: each column with the types that it has. */
export function schemaOf(seen: Seen): unknown {
  const tables = [...seen].map(([table, { columns }]) => {
    const properties = Object.fromEntries([...columns].map(([column, types]) => [column, { type: [...types].sort() }]));
    return [table, { type: 'array', title: titleOf(table), items: { type: 'object', properties } }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Mes données Aurora50',
    type: 'object',
    required: ['format', 'version', 'tables'],
    properties: {
      format: { const: 'aurora50' },
      version: { const: 1 },
      tables: { type: 'object', properties: Object.fromEntries(tables) },
    },
  };
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}
