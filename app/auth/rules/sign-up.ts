import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { isAboutOneself } from './common-password';
import { email } from './email';
import { memberName } from './member-name';
import { ABOUT_ONESELF, newPassword } from './password';

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
