/** Z11: what is suggested to a member who asked for it, by rules that each say their reason. Pure and synchronous. */
import { parseUuid } from '~/forms';
import type { Flash } from '~/ui/notice';
import { INTERESTS, type Interest, interestInWords } from './interests';
import type { Answers } from './welcome';

/** Something to open, and why it stands there. */
export type Suggestion = {
  /** Of a salon, a member or a course: what is sent to see it no more. */
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly about: string;
  readonly reason: string;
};

/** What the rules look at. */
export type Wishes = { readonly interests: readonly string[]; readonly city: string };

/** A member's own, with what she has answered; null: nothing yet. */
export type Wished = Wishes & { readonly answers: Answers | null; readonly dismissedCourses: readonly string[] };

const KINDS = ['salon', 'person', 'course'] as const;

/** Home has room for one: each kind has its day, so that none is hidden behind another one. */
export function kindOfDay(now: Date): (typeof KINDS)[number] {
  return KINDS[Math.floor(now.getTime() / 86_400_000) % KINDS.length] ?? 'salon';
}

/** What is not to be suggested again; null: nothing that has an id. */
export const parseDismissed = parseUuid;

/** Suggestions on a page that is about something else. */
export const BESIDE = 2;

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

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'idee-ecartee': { tone: 'succes', text: 'C’est noté\u202f: cette idée ne reviendra pas.' },
  'idees-oui': { tone: 'succes', text: 'C’est noté\u202f: vous recevrez des idées, chacune avec sa raison.' },
  'idees-non': { tone: 'succes', text: 'C’est noté\u202f: plus aucune idée ne vous sera proposée.' },
  'idees-remises': { tone: 'succes', text: 'C’est fait\u202f: les idées que vous aviez écartées peuvent revenir.' },
} as const satisfies Record<string, Flash>;
