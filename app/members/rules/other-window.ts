/** D28: telling the later of two windows what the earlier one has changed. Pure and synchronous. */
import { interestInWords } from './interests';
import { type Profile, SHOWN_TO, type ShownTo } from './profile';

type Field = {
  /** In the words of the page. */
  readonly name: string;
  readonly read: (profile: Profile) => string;
};

/** A field that another window has changed, and what it is now. */
export type Changed = { readonly name: string; readonly now: string };

const seen = (words: string, shownTo: ShownTo) =>
  `${words || 'rien'} (vu par\u202f: ${SHOWN_TO[shownTo].toLowerCase()})`;

/** In the order of the page. */
const FIELDS: readonly Field[] = [
  { name: 'nom', read: ({ name }) => name },
  { name: 'présentation', read: ({ bio, bioShownTo }) => seen(bio, bioShownTo) },
  { name: 'ville', read: ({ city, cityShownTo }) => seen(city, cityShownTo) },
  { name: 'code postal', read: ({ postalCode }) => postalCode || 'rien' },
  {
    name: 'centres d’intérêt',
    read: ({ interests, interestsShownTo }) => seen(interests.map(interestInWords).sort().join(', '), interestsShownTo),
  },
  { name: 'liste des membres', read: ({ isListed }) => (isListed ? 'vous y êtes' : 'vous n’y êtes pas') },
];

/** A short mark of each field, carried by the form. */
export function markOf(profile: Profile): string {
  return FIELDS.map(({ read }) => shortHash(read(profile))).join('.');
}

/** The fields that are no longer as the mark says; none where a sender knows no mark. */
export function changedSince(mark: unknown, profile: Profile): readonly Changed[] {
  if (typeof mark !== 'string') return [];
  const then = mark.split('.');
  return FIELDS.map(({ name, read }) => ({ name, now: read(profile) })).filter(
    ({ now }, place) => then[place] !== shortHash(now),
  );
}

/** FNV-1a: tells two texts of one member's own apart, and hides nothing. */
function shortHash(value: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(value)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}
