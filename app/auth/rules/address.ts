import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { email } from './email';

/** Days: how long the new address may take to answer, and the old one to object (D07). */
export const CONFIRM_DAYS = 3;
export const UNDO_DAYS = 7;

const change = z.object({ courriel: email });

export function parseNewAddress(form: unknown): Parsed<string> {
  const parsed = change.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.courriel } : { ok: false, errors: fieldErrors(parsed.error) };
}
