/** The rules of leaving for good (P02, U06). Pure and synchronous. */
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed } from '~/forms';
import type { Left } from '~/personal-data';
import type { Flash } from '~/ui/notice';

/** Days in which she may change her mind. */
export const CHANGE_OF_MIND_DAYS = 7;
/** Days after which no backup holds her rows any more: the newest of each of twelve months is kept (docs/operating.md). */
export const BACKUPS_KEPT_DAYS = 372;
/** Code de commerce, L123-22. */
export const INVOICES_KEPT_YEARS = 10;

const DAY = 24 * 3_600_000; // ms

export const daysAfter = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY);

const choices = z.object({
  messages: z.enum(['garder', 'effacer'], 'Dites ce que deviennent vos messages.'),
  attestations: z.enum(['garder', 'effacer'], 'Dites ce que deviennent vos attestations.').default('effacer'),
});

export function parseLeft(form: Form): Parsed<Left> {
  const parsed = choices.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { messages, attestations } = parsed.data;
  return { ok: true, value: { messages: messages === 'garder', certificates: attestations === 'garder' } };
}

/** Crockford's signs: nothing that is taken for something else when it is read aloud. */
export const REFERENCE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param bytes ten random ones */
export function referenceOf(now: Date, bytes: Uint8Array): string {
  const signs = [...bytes].map((byte) => REFERENCE_SIGNS[byte % 32]).join('');
  return `E-${now.getUTCFullYear()}-${signs}`;
}

/** As somebody types it from a letter; null: none of ours. */
export function parseReference(value: unknown): string | null {
  const typed = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^E-\d{4}-[0-9A-HJKMNP-TV-Z]{10}$/.test(typed) ? typed : null;
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'effacement-demande': {
    tone: 'info',
    text: 'C’est noté. Un courriel vous le confirme, et vous pouvez changer d’avis jusqu’à la date ci-dessous.',
  },
  'effacement-annule': { tone: 'succes', text: 'Votre compte reste ouvert. Rien n’a été effacé.' },
} as const satisfies Record<string, Flash>;
