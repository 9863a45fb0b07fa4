import { hueOf } from '~/ui/colour';

export type Pictured = { readonly id: string; readonly name: string; readonly avatarUrl: string | null };

type AvatarProps = {
  readonly person: Pictured;
  /** `grand`: at the head of a page, where it is seen at once. */
  readonly size?: 'grand';
};

/**
 * The photo, or initials on a colour that stays the same. Decoration: the name always stands beside it. A stored picture
 * comes in two widths (`files/rules/picture.ts`), and its format is chosen by the server: a line of HTML in each of fifty
 * messages says nothing of formats.
 */
export function Avatar({ person: { id, name, avatarUrl }, size }: AvatarProps) {
  const className = size ? `avatar ${size}` : 'avatar';
  if (avatarUrl) {
    const isStored = avatarUrl.startsWith('/fichiers/');
    const src = isStored ? `${avatarUrl}-96` : avatarUrl;
    const side = size ? 96 : 48;
    // The small one has two points of the file for each of its own already.
    const srcSet = isStored && size ? `${src} 96w, ${avatarUrl}-192 192w` : undefined;
    return (
      <img
        {...{ className, src, srcSet }}
        sizes={srcSet && '6rem'}
        alt=""
        width={side}
        height={side}
        loading={size ? undefined : 'lazy'}
        decoding="async"
      />
    );
  }
  return (
    <span className={`${className} teinte-${hueOf(id)}`} aria-hidden="true">
      {initials(name)}
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
