/** D02, D05, D06, D08: what a member says of herself, and to whom. Pure and synchronous. */
import { z } from 'zod';
import { memberName } from '~/auth/rules/member-name';
import { type Form, fieldErrors, type KeptFields, oneLine, type Parsed, text } from '~/forms';
import type { Limit } from '~/limits';
import { faultOfInterests, INTERESTS, interestFields, interestsOf } from './interests';
import { looksLikeTeam } from './team-names';

/** Who sees a field. */
export const SHOWN_TO = {
  tous: 'Tous les membres',
  salons: 'Les membres de mes salons',
  moi: 'Moi',
} as const;
export type ShownTo = keyof typeof SHOWN_TO;

export const BIO_MAX = 2_000;

export type Profile = {
  readonly name: string;
  readonly bio: string;
  readonly city: string;
  /** Five figures or empty. */
  readonly postalCode: string;
  /** The code of the one that the town lies in: worked out where it is stored. */
  readonly departement: string | null;
  readonly interests: readonly string[];
  readonly bioShownTo: ShownTo;
  readonly cityShownTo: ShownTo;
  readonly interestsShownTo: ShownTo;
  /** Whether the directory has her. */
  readonly isListed: boolean;
};

const shownTo = z.enum(Object.keys(SHOWN_TO) as ShownTo[], 'Dites qui voit cette ligne.').optional();

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
  code_postal: oneLine(20)
    .transform((value) => value.replace(/[ .]/g, ''))
    .refine((value) => /^(\d{5})?$/.test(value), 'Écrivez les cinq chiffres, par exemple 25000, ou rien.')
    .optional(),
  ...interestFields,
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
  const { nom, bio, ville, code_postal, bio_vue, ville_vue, interets_vus, annuaire, complet } = parsed.data;
  const interests = interestsOf(parsed.data, before.interests);
  const fault = faultOfInterests(interests);
  if (fault) return { ok: false, errors: { autres: fault } };
  return {
    ok: true,
    value: {
      name: nom ?? before.name,
      bio: bio ?? before.bio,
      city: ville ?? before.city,
      postalCode: code_postal ?? before.postalCode,
      departement: before.departement,
      interests,
      bioShownTo: bio_vue ?? before.bioShownTo,
      cityShownTo: ville_vue ?? before.cityShownTo,
      interestsShownTo: interets_vus ?? before.interestsShownTo,
      isListed: complet ? annuaire === 'on' : before.isListed,
    },
  };
}

/** A profile as its form shows it: texts, as they were typed or as they are stored. */
export type ProfileValues = {
  readonly nom: string;
  readonly bio: string;
  readonly ville: string;
  readonly code_postal: string;
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
    code_postal: profile.postalCode,
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
    code_postal: word('code_postal', stored.code_postal),
    interets: Object.keys(INTERESTS).filter((key) => ticked.includes(key)),
    autres: word('autres', stored.autres),
    bio_vue: choice('bio_vue', stored.bio_vue),
    ville_vue: choice('ville_vue', stored.ville_vue),
    interets_vus: choice('interets_vus', stored.interets_vus),
    annuaire: form.annuaire === 'on',
  };
}

/** New names of one member: each is told to every open page of her salons. */
export const NEW_NAMES: Limit = { name: 'newName', points: 5, seconds: 24 * 3600 };
