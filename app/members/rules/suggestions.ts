/** Z11: what is suggested to a member who asked for it, by rules that each say their reason. Pure and synchronous. */
import { INTERESTS, type Interest, interestInWords } from './interests';

/** Something to open, and why it stands there. */
export type Suggestion = {
  readonly href: string;
  readonly title: string;
  readonly about: string;
  readonly reason: string;
};

/** What the rules look at. */
export type Wishes = { readonly interests: readonly string[]; readonly city: string };

export const becauseOf = (interest: string) => `Parce que vous avez choisi « ${interestInWords(interest)} »`;
export const becauseNear = (city: string) => `Parce que vous habitez ${city}`;

/** The first of her interests that leads to this place of a list. */
export function interestFor<Place>(
  { interests }: Pick<Wishes, 'interests'>,
  leadsTo: Readonly<Partial<Record<Interest, Place>>>,
  place: Place,
): string | null {
  return interests.find((word) => Object.hasOwn(INTERESTS, word) && leadsTo[word as Interest] === place) ?? null;
}

/** What two people have in common, of what each shows; null: nothing. */
export function commonWith(
  me: Wishes,
  { interests, city }: { readonly interests: readonly string[]; readonly city: string | null },
): string | null {
  const shared = interests.filter((word) => me.interests.includes(word)).slice(0, 2);
  const isNear = city !== null && me.city !== '' && plain(city) === plain(me.city);
  const words = shared.map(interestInWords).join(', ');
  if (shared.length > 0 && isNear) return `Habite aussi ${city}, et aime aussi : ${words}`;
  if (shared.length > 0) return `Aime aussi : ${words}`;
  return isNear ? `Habite aussi ${city}` : null;
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
