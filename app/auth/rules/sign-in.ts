import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { email } from './email';
import { password } from './password';

const signInForm = z.object({
  courriel: email,
  mot_de_passe: password,
  rester: z.literal('on').optional().catch(undefined),
});
export type SignIn = { readonly email: string; readonly password: string; readonly stays: boolean };

export function parseSignIn(form: unknown): Parsed<SignIn> {
  const parsed = signInForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { courriel, mot_de_passe, rester } = parsed.data;
  return { ok: true, value: { email: courriel, password: mot_de_passe, stays: rester === 'on' } };
}
