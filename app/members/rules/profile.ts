/** D02, D05, D06, D08: what a member says of herself, and to whom. Pure and synchronous. */
import { z } from 'zod';
import { memberName } from '~/auth/rules/member-name';
import {
  characters,
  type Form,
  fieldErrors,
  hasVisibleSign,
  type KeptFields,
  oneLine,
  type Parsed,
  text,
} from '~/forms';
import type { Limit } from '~/limits';
import { looksLikeTeam } from './team-names';

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

/** Who sees a field. */
export const SHOWN_TO = {
  tous: 'Tous les membres',
  salons: 'Les membres de mes salons',
  moi: 'Moi',
} as const;
export type ShownTo = keyof typeof SHOWN_TO;

/** What the database allows: 30 in all, 2,000 characters together. */
export const OWN_INTERESTS_MAX = 10;
const OWN_INTEREST_LENGTH = 40;
export const BIO_MAX = 2_000;

export type Profile = {
  readonly name: string;
  readonly bio: string;
  readonly city: string;
  readonly interests: readonly string[];
  readonly bioShownTo: ShownTo;
  readonly cityShownTo: ShownTo;
  readonly interestsShownTo: ShownTo;
  /** Whether the directory has her. */
  readonly isListed: boolean;
};

const shownTo = z.enum(Object.keys(SHOWN_TO) as ShownTo[], 'Dites qui voit cette ligne.').optional();
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();

const profileForm = z.object({
  nom: memberName
    .refine(
      (value) => !looksLikeTeam(value),
      'Ce nom ressemble à celui de l’équipe du site. Écrivez le vôtre, par exemple Monique D.',
    )
    .optional(),
  bio: text(BIO_MAX)
    .transform((value) => value.trim())
    .optional(),
  ville: oneLine(80).optional(),
  interets: several,
  autres: oneLine(400)
    .transform((value) =>
      value
        .split(/[,;]/)
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .optional(),
  bio_vue: shownTo,
  ville_vue: shownTo,
  interets_vus: shownTo,
  annuaire: z.literal('on').optional(),
  /** The whole form: a box that did not come was not ticked. */
  complet: z.literal('on').optional(),
});

/** Only words are kept: sent alone they change nothing else. */
export const KEPT_OF_PROFILE: KeptFields = { words: ['bio'], rest: [] };

/** What is not sent stays as it is. @param before the profile as it stands */
export function parseProfile(form: unknown, before: Profile): Parsed<Profile> {
  const parsed = profileForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, bio, ville, bio_vue, ville_vue, interets_vus, annuaire, complet } = parsed.data;
  const interests = interestsOf(parsed.data, before);
  const own = interests.filter((word) => !Object.hasOwn(INTERESTS, word));
  if (own.length > OWN_INTERESTS_MAX) return refused(`Écrivez ${OWN_INTERESTS_MAX} mots à vous, au plus.`);
  if (own.some((word) => characters(word) > OWN_INTEREST_LENGTH || !hasVisibleSign(word))) {
    return refused(`Un de ces mots ne peut pas être gardé : ${OWN_INTEREST_LENGTH} lettres au plus.`);
  }
  return {
    ok: true,
    value: {
      name: nom ?? before.name,
      bio: bio ?? before.bio,
      city: ville ?? before.city,
      interests,
      bioShownTo: bio_vue ?? before.bioShownTo,
      cityShownTo: ville_vue ?? before.cityShownTo,
      interestsShownTo: interets_vus ?? before.interestsShownTo,
      isListed: complet ? annuaire === 'on' : before.isListed,
    },
  };
}

const refused = (words: string) => ({ ok: false, errors: { autres: words } }) as const;

type Chosen = Pick<z.infer<typeof profileForm>, 'interets' | 'autres' | 'complet'>;

/** Each once; a word of the list that was typed is that word. */
function interestsOf({ interets, autres, complet }: Chosen, before: Profile): readonly string[] {
  if (!interets && !autres && !complet) return before.interests;
  const cleaned = (words: readonly string[]) =>
    words.map((word) => oneLine(400).safeParse(word).data ?? '').filter(Boolean);
  return [...new Set([...cleaned(interets ?? []), ...(autres ?? [])].map(keyOf))];
}

const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function keyOf(word: string): string {
  const known = Object.entries(INTERESTS).find(([, label]) => folded(label) === folded(word));
  return known ? known[0] : word;
}

/** A profile as its form shows it: texts, as they were typed or as they are stored. */
export type ProfileValues = {
  readonly nom: string;
  readonly bio: string;
  readonly ville: string;
  readonly interets: readonly string[];
  readonly autres: string;
  readonly bio_vue: ShownTo;
  readonly ville_vue: ShownTo;
  readonly interets_vus: ShownTo;
  readonly annuaire: boolean;
};

export function valuesOf(profile: Profile): ProfileValues {
  return {
    nom: profile.name,
    bio: profile.bio,
    ville: profile.city,
    interets: profile.interests.filter((word) => Object.hasOwn(INTERESTS, word)),
    autres: profile.interests.filter((word) => !Object.hasOwn(INTERESTS, word)).join(', '),
    bio_vue: profile.bioShownTo,
    ville_vue: profile.cityShownTo,
    interets_vus: profile.interestsShownTo,
    annuaire: profile.isListed,
  };
}

/** What was typed, to fill the refused form again; what makes no sense is as it was. */
export function valuesTyped(form: Form, before: Profile): ProfileValues {
  const stored = valuesOf(before);
  const word = (name: string, otherwise: string) => {
    const value = form[name];
    return typeof value === 'string' ? value.replaceAll('\0', '') : otherwise;
  };
  const choice = (name: string, otherwise: ShownTo) => {
    const value = word(name, otherwise);
    return Object.hasOwn(SHOWN_TO, value) ? (value as ShownTo) : otherwise;
  };
  const ticked = ([] as unknown[]).concat(form.interets ?? []);
  return {
    nom: word('nom', stored.nom),
    bio: word('bio', stored.bio),
    ville: word('ville', stored.ville),
    interets: Object.keys(INTERESTS).filter((key) => ticked.includes(key)),
    autres: word('autres', stored.autres),
    bio_vue: choice('bio_vue', stored.bio_vue),
    ville_vue: choice('ville_vue', stored.ville_vue),
    interets_vus: choice('interets_vus', stored.interets_vus),
    annuaire: form.annuaire === 'on',
  };
}

/** The fields in the words of the page, in its order; for telling what another window has changed (D28). */
const FIELDS = [
  ['nom', (profile: Profile) => profile.name],
  ['présentation', (profile: Profile) => `${profile.bio}|${profile.bioShownTo}`],
  ['ville', (profile: Profile) => `${profile.city}|${profile.cityShownTo}`],
  ['centres d’intérêt', (profile: Profile) => `${[...profile.interests].sort()}|${profile.interestsShownTo}`],
  ['annuaire', (profile: Profile) => String(profile.isListed)],
] as const;

/**
 * D28: a short mark of each field, carried by the form. Whoever sends it back after another window has changed the
 * profile is told what changed.
 */
export function markOf(profile: Profile): string {
  return FIELDS.map(([, read]) => shortHash(read(profile))).join('.');
}

/** The names of the fields that are no longer as the mark says; none where a sender knows no mark. */
export function changedSince(mark: unknown, profile: Profile): readonly string[] {
  if (typeof mark !== 'string') return [];
  const then = mark.split('.');
  return FIELDS.filter(([, read], place) => then[place] !== shortHash(read(profile))).map(([name]) => name);
}

/** FNV-1a: tells two texts of one member's own apart, and hides nothing. */
function shortHash(value: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(value)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** New names of one member: each is told to every open page of her salons. */
export const NEW_NAMES: Limit = { name: 'newName', points: 5, seconds: 24 * 3600 };
