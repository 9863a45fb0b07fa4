/** The copy's tables for a spreadsheet, its calendar, and the description of its JSON. */
import { titleOf } from '../rules/export';

export type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

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
