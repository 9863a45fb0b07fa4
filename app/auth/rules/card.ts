import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { email } from './email';
import { parseCode, RECOVERY_CODE, SESSION_TRANSFER_CODE } from './typed-code';

/** How long an offer to another device is good (U12): long enough to fetch the telephone from the kitchen. */
export const SESSION_TRANSFER_MINUTES = 5;

const MISREAD = 'Il manque un signe, ou l’un d’eux a été mal lu. Comparez lentement avec ce qui est écrit.';
const rester = z.literal('on').optional().catch(undefined);

const byCard = z.object({
  courriel: email,
  code: z.unknown().transform((value, context) => {
    const code = parseCode(value, RECOVERY_CODE);
    if (code === null) context.addIssue({ code: 'custom', message: MISREAD });
    return code ?? '';
  }),
  rester,
});
export type CardSignIn = { readonly email: string; readonly code: string; readonly stays: boolean };

export function parseCardSignIn(form: unknown): Parsed<CardSignIn> {
  const parsed = byCard.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { courriel, code, rester: stays } = parsed.data;
  return { ok: true, value: { email: courriel, code, stays: stays === 'on' } };
}

const byCode = z.object({
  code: z.unknown().transform((value, context) => {
    const code = parseCode(value, SESSION_TRANSFER_CODE);
    if (code === null) context.addIssue({ code: 'custom', message: MISREAD });
    return code ?? '';
  }),
  rester,
});

/** The code that another device shows. */
export function parseSessionTransferCode(form: unknown): Parsed<{ readonly code: string; readonly stays: boolean }> {
  const parsed = byCode.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { code: parsed.data.code, stays: parsed.data.rester === 'on' } };
}

/** « Garder mon compte ouvert », where it is the only field. */
export function parseStays(form: Readonly<Record<string, unknown>>): boolean {
  return form.rester === 'on';
}
