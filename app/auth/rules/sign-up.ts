import { z } from 'zod';
import { fieldErrors, hasVisibleSign, oneLine, type Parsed } from '~/forms';
import { isAboutOneself } from './common-password';
import { email } from './email';
import { ABOUT_ONESELF, newPassword } from './password';

/** « Dr.Martin », « mme.durand »: a title without its space is no address. */
const TITLE = /^(m|mme|mlle|dr|me|pr|prof|st|ste)\./iu;
/** The name on a letter to an address that nobody has confirmed yet must not carry an advertisement (C-23). */
const ADDRESS_IN_NAME = /[Hh][Tt]{2}[Pp]s?:|[Ww]{3}\.|@|[\p{L}\d]{2}\.(\p{Ll}{2,}|\p{Lu}{2,})(\s|\/|$)/u;

export const memberName = oneLine(80)
  .refine(hasVisibleSign, 'Écrivez le nom que les autres membres verront, par exemple Monique D.')
  .refine(
    (value) => !ADDRESS_IN_NAME.test(value.replace(TITLE, '')),
    'Écrivez seulement un nom, sans adresse de site ni de courriel. Par exemple Monique D.',
  );

const signUpForm = z
  .object({
    nom: memberName,
    courriel: email,
    mot_de_passe: newPassword,
    consentement: z.literal('on', 'Cochez la case pour accepter les règles de la maison.'),
  })
  .refine((form) => !isAboutOneself(form.mot_de_passe, form.courriel, form.nom), {
    path: ['mot_de_passe'],
    error: ABOUT_ONESELF,
  });
export type SignUp = { readonly name: string; readonly email: string; readonly password: string };

export function parseSignUp(form: unknown): Parsed<SignUp> {
  const parsed = signUpForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, courriel, mot_de_passe } = parsed.data;
  return { ok: true, value: { name: nom, email: courriel, password: mot_de_passe } };
}
