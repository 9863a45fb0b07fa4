import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/http/forms';
import { newPassword, password } from './password';

/** Six digits as they are typed, with or without a space in the middle. */
export const sixDigits = z
  .string('Écrivez le code à six chiffres.')
  .transform((value) => value.replace(/\s/g, ''))
  .refine((value) => /^\d{6}$/.test(value), 'Ce code est fait de six chiffres. Vérifiez dans la lettre.');

const byPassword = z.object({ mot_de_passe: password });
const byCode = z.object({ code: sixDigits });

/** One of the two: whichever field the form has. */
export function parseProof(form: unknown): Parsed<{ readonly password: string } | { readonly code: string }> {
  const isCode = typeof form === 'object' && form !== null && 'code' in form;
  const parsed = isCode ? byCode.safeParse(form) : byPassword.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return {
    ok: true,
    value: 'code' in parsed.data ? { code: parsed.data.code } : { password: parsed.data.mot_de_passe },
  };
}

const change = z.object({ ancien: password.optional(), mot_de_passe: newPassword });

/** @param needsOld false for whoever has just proven who she is */
export function parsePasswordChange(
  form: unknown,
  needsOld: boolean,
): Parsed<{ readonly old: string | null; readonly password: string }> {
  const parsed = (needsOld ? change.required() : change.omit({ ancien: true })).safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { mot_de_passe } = parsed.data;
  return {
    ok: true,
    value: { old: 'ancien' in parsed.data ? String(parsed.data.ancien) : null, password: mot_de_passe },
  };
}
