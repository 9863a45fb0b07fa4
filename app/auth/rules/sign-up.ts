import { z } from 'zod';
import { fieldErrors, type Parsed, text } from '~/http/forms';
import { email } from './email';
import { newPassword } from './password';

const signUpForm = z.object({
  nom: text(80)
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .refine((value) => value.length > 0, 'Écrivez le nom que les autres membres verront, par exemple Monique D.'),
  courriel: email,
  mot_de_passe: newPassword,
  consentement: z.literal('on', 'Cochez la case pour accepter les règles de la maison.'),
});
export type SignUp = { readonly name: string; readonly email: string; readonly password: string };

export function parseSignUp(form: unknown): Parsed<SignUp> {
  const parsed = signUpForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { nom, courriel, mot_de_passe } = parsed.data;
  return { ok: true, value: { name: nom, email: courriel, password: mot_de_passe } };
}
