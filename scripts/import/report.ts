/** What became of the rows, by table; and the small readings that every table needs. */
import type { Plan, Report } from './types';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function lineOf(report: Report, table: string) {
  const line = report.get(table) ?? { read: 0, taken: 0, reasons: new Map<string, number>() };
  report.set(table, line);
  return line;
}

export function note(report: Report, table: string, reason: string): void {
  const { reasons } = lineOf(report, table);
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

export const isTrue = (value: string | null | undefined) => value === 't' || value === 'true';
export const time = (value: string | null | undefined) =>
  value && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;
/** One line, cut to what the column holds; null when nothing is to be seen. */
export const short = (value: string | null | undefined, most: number) =>
  [...(value ?? '').trim()].slice(0, most).join('').trim() || null;

/** Whether this key has not been met before. */
export function isFirst({ met }: Plan, key: string): boolean {
  if (met.has(key)) return false;
  met.add(key);
  return true;
}
