/** R04: asking to come into a salon, and answering who asks. */
import { z } from 'zod';
import { fieldErrors, type Parsed, text } from '~/forms';
import type { Flash } from '~/ui/notice';

/** Characters; what `salon_requests_words_length` holds. */
export const REQUEST_MAX = 500;
/** Days after a refusal before one may ask again; `ask_to_join` counts the same. */
export const REQUEST_PAUSE_DAYS = 7;
/** Days for which a request waits, and a refusal is known. */
export const REQUEST_KEPT_DAYS = 30;

const requestForm = z.object({
  mots: text(REQUEST_MAX)
    .transform((words) => words.trim())
    .optional(),
});

/** A few words, or none. */
export function parseRequest(form: unknown): Parsed<string> {
  const parsed = requestForm.safeParse(form);
  return parsed.success
    ? { ok: true, value: parsed.data.mots ?? '' }
    : { ok: false, errors: fieldErrors(parsed.error) };
}

/** Somebody at the door. */
export type Asker = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly words: string;
  readonly askedAt: Date;
};

/** How it stands with the viewer's own request. */
export type OwnRequest = 'none' | 'waiting' | 'refused';

/** Null: the form says neither. */
export function parseAnswer(value: unknown): boolean | null {
  if (value === 'accueillir') return true;
  return value === 'refuser' ? false : null;
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'demande-partie': { tone: 'succes', text: 'Votre demande est partie. La réponse viendra ici et par courriel.' },
  'demande-retiree': { tone: 'info', text: 'Votre demande est retirée.' },
  'demande-acceptee': { tone: 'succes', text: 'Cette personne fait maintenant partie du salon. Nous le lui écrivons.' },
  'demande-refusee': { tone: 'info', text: 'La demande est refusée. Nous le lui écrivons, sans dire par qui.' },
  'demande-passee': { tone: 'info', text: 'Cette demande n’attend plus de réponse.' },
  'demande-complete': {
    tone: 'alerte',
    text: 'Cette personne fait déjà partie d’autant de salons que sa formule le permet. Sa demande attend.',
  },
} as const satisfies Record<string, Flash>;
