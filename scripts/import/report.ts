/** What became of the rows, by table; and the small readings that every table needs. */
import type { Plan, Report } from './types';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function lineOf(report: Report, table: string) {
  const line = report.get(table) ?? { read: 0, taken: 0, reasons: new Map<string, number>() };
  report.set(table, line);
  return line;
}

export function note(report: Report, table: string, reason: string, times = 1): void {
  const { reasons } = lineOf(report, table);
  reasons.set(reason, (reasons.get(reason) ?? 0) + times);
}

export const isTrue = (value: string | null | undefined) => value === 't' || value === 'true';
export const time = (value: string | null | undefined) =>
  value && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;
/** One line, cut to what the column holds; null when nothing is to be seen. */
export const short = (value: string | null | undefined, most: number) =>
  [...(value ?? '').trim()].slice(0, most).join('').trim() || null;
/** A whole number within these bounds; null: none, or none that can be read. */
export function whole(value: string | null | undefined, least: number, most: number): number | null {
  const number = value ? Math.round(Number(value)) : Number.NaN;
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : null;
}
/** The first of these columns that says something: tables of which only the name is known are read by what they may be called. */
export const firstOf = (row: Readonly<Record<string, string | null>>, ...columns: readonly string[]): string | null =>
  columns.map((column) => row[column]).find((value) => value) ?? null;

/** Whether this key has not been met before. */
export function isFirst({ met }: Plan, key: string): boolean {
  if (met.has(key)) return false;
  met.add(key);
  return true;
}
