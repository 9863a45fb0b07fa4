/** Looking for a salon in the directory (D31), and for somebody in a salon (D40). Pure and synchronous. */
import { CATEGORIES, type Category, parseSalonId, type SalonMember } from '~/salons/rules';

/** A directory search as typed; what makes no sense is left out rather than refused. */
export type SalonSearch = {
  readonly q: string;
  readonly category: Category | null;
  readonly city: string;
  /** The last salon of the page before. */
  readonly after: string | null;
};

export function parseSalonSearch(query: URLSearchParams): SalonSearch {
  const category = wordsIn(query, 'categorie');
  return {
    q: wordsIn(query, 'q'),
    category: Object.hasOwn(CATEGORIES, category) ? (category as Category) : null,
    city: wordsIn(query, 'ville'),
    after: parseSalonId(query.get('apres')),
  };
}

/** Members on one page. */
export const MEMBERS_SHOWN = 50;

export type MemberPage = {
  /** Part of a name; all of them when empty. */
  readonly named: string;
  /** The last member of the page before. */
  readonly after: string | null;
};

export function parseMemberPage(query: URLSearchParams): MemberPage {
  return { named: wordsIn(query, 'q'), after: parseSalonId(query.get('apres')) };
}

/** @param found a page, and one more if there is another */
export function memberPageOf(found: readonly SalonMember[], { named, after }: MemberPage) {
  const shown = found.slice(0, MEMBERS_SHOWN);
  const isLast = found.length <= MEMBERS_SHOWN;
  return { shown, named, isFirst: after === null, next: isLast ? null : (shown.at(-1)?.id ?? null) };
}
export type ShownMembers = ReturnType<typeof memberPageOf>;

function wordsIn(query: URLSearchParams, name: string): string {
  return (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 80);
}
