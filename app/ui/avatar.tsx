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

/** « Anne-Marie Le Goff » → « AG »: the first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('') || '?';
}
