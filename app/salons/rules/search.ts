/** Looking for a salon in the directory (D31). Pure and synchronous. */
import { CATEGORIES, type Category, parseSalonId } from '~/salons/rules';

/** A directory search as typed; what makes no sense is left out rather than refused. */
export type SalonSearch = {
  readonly q: string;
  readonly category: Category | null;
  readonly city: string;
  /** The last salon of the page before. */
  readonly after: string | null;
};

export function parseSalonSearch(query: URLSearchParams): SalonSearch {
  const clean = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').trim().slice(0, 80);
  const category = clean('categorie');
  return {
    q: clean('q'),
    category: Object.hasOwn(CATEGORIES, category) ? (category as Category) : null,
    city: clean('ville'),
    after: parseSalonId(query.get('apres')),
  };
}
