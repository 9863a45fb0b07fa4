import { z } from 'zod';
import { fieldErrors, type Parsed } from '~/forms';
import { email } from './email';

const change = z.object({ courriel: email });

export function parseNewAddress(form: unknown): Parsed<string> {
  const parsed = change.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.courriel } : { ok: false, errors: fieldErrors(parsed.error) };
}
