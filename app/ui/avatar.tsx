import { hueOf } from '~/ui/colour';

export type Pictured = { readonly id: string; readonly name: string; readonly avatarUrl: string | null };

/** The photo, or initials on a colour that stays the same. Decoration: the name always stands beside it. */
export function Avatar({ person }: { readonly person: Pictured }) {
  if (person.avatarUrl) {
    return (
      <img className="avatar" src={person.avatarUrl} alt="" width="48" height="48" loading="lazy" decoding="async" />
    );
  }
  return (
    <span className={`avatar teinte-${hueOf(person.id)}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  );
}

/**
 * « Anne-Marie Le Goff » → « AG »: the first letters of the first and the last word. A word without any is passed over,
 * and a name of none shows its first sign whole: half a flag is another sign.
 */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}]\p{M}*/u)?.[0] ?? []);
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  const [first] = ends.length > 0 ? [ends.join('')] : [...SIGNS.segment(name.trim())].map(({ segment }) => segment);
  return first?.toLocaleUpperCase('fr') ?? '?';
}

const SIGNS = new Intl.Segmenter('fr', { granularity: 'grapheme' });
