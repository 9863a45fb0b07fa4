import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { isAboutOneself, isCommon, isRun } from './common-password';
import { EXAMPLE } from './example-password';

/** Reliability 10, in bytes: what Argon2 is asked to chew on. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 1024;

export const password = z
  .string('Écrivez votre mot de passe.')
  .refine((value) => value !== '', { error: 'Écrivez votre mot de passe.', abort: true })
  // Ends the parsing: what follows looks at every sign, some of it more than once.
  .refine((value) => Buffer.byteLength(value) <= PASSWORD_MAX, {
    error: 'Ce mot de passe est trop long.',
    abort: true,
  });

/** Eight bytes at least, no run, nothing that guessers try first; each refusal says why (A01). */
export const newPassword = password
  .refine(
    (value) => Buffer.byteLength(value) >= PASSWORD_MIN,
    `Choisissez un mot de passe d’au moins ${PASSWORD_MIN} caractères. Trois mots sans rapport font un bon mot de passe.`,
  )
  .refine(
    (value) => !isRun(value),
    'C’est une suite ou une répétition : on la devine tout de suite. Trois mots sans rapport font un bon mot de passe.',
  )
  .refine(
    (value) => plainWords(value) !== EXAMPLE,
    'C’est notre exemple : tout le monde peut le lire ici. Choisissez trois autres mots, les vôtres.',
  )
  .refine(
    (value) => !isCommon(value),
    'Ce mot de passe est sur la liste de ceux que les voleurs essaient en premier. Choisissez-en un autre, par exemple trois mots sans rapport.',
  );

const plainWords = (value: string) => value.toLowerCase().replace(/[\s_]+/g, '-');

export const ABOUT_ONESELF =
  'Votre nom ou votre adresse, on y pense tout de suite. Choisissez autre chose, par exemple trois mots sans rapport.';

/** The form of a new password for this account. */
export function parseNewPassword(
  form: unknown,
  owner: { readonly email: string; readonly name: string },
): Parsed<string> {
  const parsed = z
    .object({
      mot_de_passe: newPassword.refine((value) => !isAboutOneself(value, owner.email, owner.name), ABOUT_ONESELF),
    })
    .safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: parsed.data.mot_de_passe };
}
