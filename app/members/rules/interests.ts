/** D08: interests from a fixed list, and own words. Pure and synchronous. */
import { z } from 'zod';
import { characters, hasVisibleSign, oneLine } from '~/forms';

/** D08. Keys are stored; labels are shown. What is not in the list is stored as it was typed. */
export const INTERESTS = {
  jardinage: 'Jardinage',
  cuisine: 'Cuisine',
  marche: 'Marche',
  lecture: 'Lecture',
  cinema: 'Cinéma',
  musique: 'Musique',
  chant: 'Chant',
  danse: 'Danse',
  peinture: 'Peinture et dessin',
  photo: 'Photo',
  couture: 'Couture et tricot',
  bricolage: 'Bricolage',
  voyages: 'Voyages',
  histoire: 'Histoire',
  genealogie: 'Généalogie',
  jeux: 'Jeux de société',
  cartes: 'Cartes et échecs',
  velo: 'Vélo',
  natation: 'Natation',
  yoga: 'Yoga et gymnastique',
  nature: 'Nature et oiseaux',
  animaux: 'Animaux',
  petitsEnfants: 'Petits-enfants',
  benevolat: 'Bénévolat',
  ordinateur: 'Ordinateur et téléphone',
  langues: 'Langues',
  ecriture: 'Écriture',
  spectacles: 'Théâtre et spectacles',
} as const;
export type Interest = keyof typeof INTERESTS;

/** What an interest is called: a word of the list, or the member's own. */
export function interestInWords(stored: string): string {
  return Object.hasOwn(INTERESTS, stored) ? INTERESTS[stored as Interest] : stored;
}

/** What the database allows: 30 in all, 2,000 characters together. */
const INTERESTS_MAX = 30;
const OWN_INTERESTS_MAX = 10;
const OWN_INTEREST_LENGTH = 40;

/** The two fields of a form: ticked ones, and own words between commas. */
export const interestFields = {
  interets: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  autres: oneLine(400)
    .transform((value) =>
      value
        .split(/[,;]/)
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .optional(),
};

type Chosen = {
  readonly interets?: readonly string[];
  readonly autres?: readonly string[];
  /** The whole form came: a box that is not in it was not ticked. */
  readonly complet?: 'on';
};

/** Each once, whatever its capitals and accents; a word of the list that was typed is that word. */
export function interestsOf({ interets, autres, complet }: Chosen, before: readonly string[]): readonly string[] {
  if (!interets && !autres && !complet) return before;
  const cleaned = (words: readonly string[]) =>
    words.map((word) => oneLine(400).safeParse(word).data ?? '').filter(Boolean);
  const once = new Map<string, string>();
  for (const word of [...cleaned(interets ?? []), ...(autres ?? [])]) {
    const key = KEYS.get(folded(word)) ?? word;
    if (!once.has(folded(key))) once.set(folded(key), key);
  }
  return [...once.values()];
}

/** In the words of the page; null: they can be kept. */
export function faultOfInterests(interests: readonly string[]): string | null {
  const own = interests.filter((word) => !Object.hasOwn(INTERESTS, word));
  if (own.length > OWN_INTERESTS_MAX) return `Écrivez ${OWN_INTERESTS_MAX} mots à vous, au plus.`;
  if (interests.length > INTERESTS_MAX) return `Gardez ${INTERESTS_MAX} centres d’intérêt, au plus.`;
  const isKept = (word: string) => characters(word) <= OWN_INTEREST_LENGTH && hasVisibleSign(word);
  return own.every(isKept) ? null : `Un de ces mots ne peut pas être gardé : ${OWN_INTEREST_LENGTH} lettres au plus.`;
}

const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** A stored word by itself and by its label, both folded. */
const KEYS = new Map(
  Object.entries(INTERESTS).flatMap(([key, label]) => [
    [folded(key), key],
    [folded(label), key],
  ]),
);
