import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { parseCode } from './letter';
import { parseNewPassword, password } from './password';

const sixDigits = z
  .string('Écrivez le code à six chiffres.')
  .transform((value) => parseCode(value) ?? '')
  .refine((value) => value !== '', 'Ce code est fait de six chiffres. Vérifiez dans le courriel.');

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

const old = z.object({ ancien: password });

/** @param needsOld false for whoever has just proven who she is */
export function parsePasswordChange(
  form: unknown,
  needsOld: boolean,
  owner: { readonly email: string; readonly name: string },
): Parsed<{ readonly old: string | null; readonly password: string }> {
  const chosen = parseNewPassword(form, owner);
  const given = needsOld ? old.safeParse(form) : null;
  const errors = { ...(given?.error ? fieldErrors(given.error) : {}), ...(chosen.ok ? {} : chosen.errors) };
  if (!chosen.ok || given?.success === false) return { ok: false, errors };
  return { ok: true, value: { old: given?.data.ancien ?? null, password: chosen.value } };
}
