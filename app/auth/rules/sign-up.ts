import { z } from 'zod';
import { fieldErrors, type Parsed, text } from '~/forms';
import { isAboutOneself } from './common-password';
import { email } from './email';
import { ABOUT_ONESELF, newPassword } from './password';

/** Characters that show nothing, or turn the line around: no name needs them, and letters greet by name. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The name on a letter to an address that nobody has confirmed yet must not carry an advertisement (C-23). */
const ADDRESS_IN_NAME = /https?:|www\.|@|[\p{L}\d]{2}\.\p{L}{2,}(\s|\/|$)/iu;

export const memberName = text(80)
  .transform((value) => value.replace(/\s+/g, ' ').replace(UNSEEN, '').trim())
  .refine((value) => value.length > 0, 'Écrivez le nom que les autres membres verront, par exemple Monique D.')
  .refine(
    (value) => !ADDRESS_IN_NAME.test(value),
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
