/** An account that the team has closed for a while. Pure and synchronous. */
import { z } from 'zod';
import { characters, fieldErrors, type Parsed, text } from '~/forms';

export type Suspension = {
  readonly reason: string;
  readonly startedAt: Date;
  /** Null: until the team lifts it. */
  readonly endsAt: Date | null;
  readonly appeal: string | null;
};

/** How long, in days. */
export const LENGTHS = { '1': 'Un jour', '7': 'Une semaine', '30': 'Un mois', '': 'Sans date de fin' } as const;
export type Length = keyof typeof LENGTHS;

const words = (most: number, missing: string) =>
  text(most)
    .transform((value) => value.trim())
    .refine((value) => characters(value) >= 3, missing);

const suspensionForm = z.object({
  motif: words(1_000, 'Dites pourquoi, en quelques mots : la personne les lira.'),
  jours: z.enum(Object.keys(LENGTHS) as Length[], 'Choisissez une durée.'),
});

export type NewSuspension = { readonly reason: string; readonly days: number | null };

export function parseSuspension(form: unknown): Parsed<NewSuspension> {
  const parsed = suspensionForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { motif, jours } = parsed.data;
  return { ok: true, value: { reason: motif, days: jours === '' ? null : Number(jours) } };
}

const appealForm = z.object({ texte: words(2_000, 'Écrivez ce que vous voulez dire à l’équipe.') });

export function parseAppeal(form: unknown): Parsed<string> {
  const parsed = appealForm.safeParse(form);
  return parsed.success ? { ok: true, value: parsed.data.texte } : { ok: false, errors: fieldErrors(parsed.error) };
}
