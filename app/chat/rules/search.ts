/** Searching in a salon: what is typed, and what is found. Pure and synchronous. */
import { parseNumber } from '~/chat/rules';

/** Characters of what is looked for. */
export const SEARCH_MAX = 200;
/** Messages found on one page. */
export const FOUND = 20;

/** As typed; what makes no sense is left out rather than refused. */
export type Search = {
  readonly q: string;
  /** A part of an author's name. */
  readonly who: string;
  /** Days in Paris, `2026-11-23`; empty: any. */
  readonly since: string;
  readonly until: string;
  /** The place of the last message of the page before. */
  readonly before: number | null;
};

export function parseSearch(query: URLSearchParams): Search {
  const clean = (name: string, most: number) =>
    [...(query.get(name) ?? '').replaceAll('\0', '').normalize('NFC').trim()].slice(0, most).join('');
  return {
    q: clean('q', SEARCH_MAX),
    who: clean('de', 80),
    since: day(query.get('du')),
    until: day(query.get('au')),
    before: parseNumber(query.get('avant')),
  };
}

/** Nothing to look for yet. */
export const isBlank = ({ q, who, since, until }: Search): boolean => !q && !who && !since && !until;

function day(value: string | null): string {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) return '';
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : '';
}

export type Found = {
  readonly id: number;
  readonly seq: number;
  /** An erased member keeps no id. */
  readonly authorId: string | null;
  readonly authorName: string;
  readonly createdAt: Date;
  /** What was looked for stands between \x02 and \x03. */
  readonly excerpt: string;
};

/** Characters that are shown before what was found, and in all. */
const [LEAD, SHOWN] = [80, 320] as const;

/** What stands around the first find, in pieces, each found or not. */
export function piecesOf(excerpt: string): { readonly text: string; readonly isFound: boolean }[] {
  const first = excerpt.indexOf('\x02');
  const from = first > LEAD ? excerpt.indexOf(' ', first - LEAD) + 1 : 0;
  const whole = excerpt.slice(from);
  const cut = whole.length > SHOWN ? Math.max(whole.lastIndexOf(' ', SHOWN), SHOWN / 2) : whole.length;
  return `${from > 0 ? '… ' : ''}${whole.slice(0, cut)}${cut < whole.length ? ' …' : ''}`
    .split(/(\x02[^\x03]*\x03?)/)
    .filter(Boolean)
    .map((text) => ({ text: text.replace(/[\x02\x03]/g, ''), isFound: text.startsWith('\x02') }));
}

/** One page, and where the next one begins. */
export const pageOf = (rows: readonly Found[]) => ({
  found: rows.slice(0, FOUND),
  next: rows.length > FOUND ? (rows[FOUND - 1]?.seq ?? null) : null,
});
