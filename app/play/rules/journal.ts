/** D76: the journal's filters. Pure and synchronous. */
import { parseUuid } from '~/forms';
import type { Kind } from './points';

type Recorded = Kind | 'badge' | 'correction';

/** What can be asked for, by the word in the address. */
export const FILTERS = {
  apprendre: { label: 'Apprendre', kinds: ['lesson', 'course', 'study'] },
  salons: { label: 'Salons', kinds: ['message', 'salon', 'founding'] },
  entraide: { label: 'Entraide', kinds: ['welcome', 'thanks'] },
  badges: { label: 'Badges', kinds: ['badge'] },
} as const satisfies Record<string, { readonly label: string; readonly kinds: readonly Recorded[] }>;
export type FilterName = keyof typeof FILTERS;

/** Lines of one page. */
export const JOURNAL_PAGE = 40;

export type JournalFilter = {
  readonly name: FilterName | null;
  /** Empty: all of them. */
  readonly kinds: readonly Recorded[];
  /** The last line of the page before. */
  readonly after: string | null;
};

/** What makes no sense is left out. */
export function parseJournalFilter(query: URLSearchParams): JournalFilter {
  const asked = query.get('genre') ?? '';
  const name = Object.hasOwn(FILTERS, asked) ? (asked as FilterName) : null;
  return { name, kinds: name ? FILTERS[name].kinds : [], after: parseUuid(query.get('apres')) };
}
