/** What the routes of sign-in by letter have in common. */
import type { Entered } from '~/auth/commands/use-letter';
import type { Wait } from '~/auth/queries/waits';
import { GOOD_FOR, RESEND_PAUSE } from '~/auth/rules/letter';
import type { RequestContext } from '~/context';
import { FLASH } from '~/http/flash';
import type { FlashName } from '~/routes/flashes';

const MINUTE = 60_000; // ms
const HOURS = 6 * 60; // minutes: a letter that is good for longer needs no time of day

/** What the waiting page shows of a letter that was asked for; `createdAt` null: not asked for here. */
export function waitingFor(
  { config, viewer }: RequestContext,
  { purpose, email, back, createdAt }: Omit<Wait, 'createdAt'> & { readonly createdAt: Date | null },
) {
  const age = createdAt ? (Date.now() - createdAt.getTime()) / 1_000 : Number.POSITIVE_INFINITY;
  const minutes = GOOD_FOR[purpose];
  return {
    purpose,
    email,
    back,
    until: createdAt && minutes < HOURS ? new Date(createdAt.getTime() + minutes * MINUTE) : null,
    pause: purpose === 'confirmation' ? Math.max(0, Math.ceil(RESEND_PAUSE - age)) : 0,
    isSignedIn: viewer !== null,
    keepsLetters: config.mail.brevo === null,
  };
}

/** @param code as it was read; null: it had not six digits */
export function faultOfCode(code: string | null): string {
  return code
    ? 'Ce code n’ouvre rien. Vérifiez chaque chiffre, et prenez celui du dernier courriel. Après cinq essais, demandez un nouveau courriel.'
    : 'Le code a six chiffres, par exemple 042 917. Recopiez-le du courriel.';
}

/** Where a sign-in leads: on to where one was going, with a word about what has happened. */
export function landing({ back, first, voided }: Pick<Entered, 'back' | 'first' | 'voided'>): string {
  if (voided) return withWord(back, 'mot-de-passe-efface');
  if (!first) return back;
  return withWord(back, back === '/' ? 'bienvenue' : 'confirme');
}

/** A path of ours, with the word that the next page says. */
export function withWord(path: string, word: FlashName): string {
  const url = new URL(path, 'http://aurora50.invalid');
  url.searchParams.set(FLASH, word);
  return url.pathname + url.search + url.hash;
}
