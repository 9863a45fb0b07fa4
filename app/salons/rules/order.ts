/** What keeps a salon orderly: its own rules, a welcome, a pace, a pinned message, silence for a member. */
import { z } from 'zod';
import { type Form, fieldErrors, oneLine, type Parsed, text } from '~/forms';
import { topicKind } from '~/realtime/topic';
import { untilInWords } from '~/salons/rules/bell';
import { plural } from '~/ui/format';
import type { Flash } from '~/ui/notice';

/** Characters; what `salons_house_rules_length` and `salons_welcome_length` hold. */
export const HOUSE_RULES_MAX = 2000;
export const WELCOME_MAX = 200;

/** « toutes les 30 secondes », « par minute » */
const everyInWords = (seconds: number): string => {
  if (seconds < 60) return `toutes les ${plural(seconds, 'seconde', 'secondes')}`;
  return seconds === 60 ? 'par minute' : `toutes les ${plural(seconds / 60, 'minute', 'minutes')}`;
};
export const paceInWords = (seconds: number): string => `Un message ${everyInWords(seconds)}`;

/** Seconds between two messages of a member; `salons_slow_seconds_known` has the same, and 0. */
export const PACES: Readonly<Record<string, string>> = Object.fromEntries(
  // Short: a list of choices shows no more of it on a telephone.
  [10, 30, 60, 300].map((seconds) => [String(seconds), `Un ${everyInWords(seconds)}`]),
);

/** Said of a message that came too soon; it stays where it was typed. @param wait seconds */
export function tooSoonInWords(wait: number): string {
  const time = wait < 60 ? plural(wait, 'seconde', 'secondes') : plural(Math.ceil(wait / 60), 'minute', 'minutes');
  return `Ce salon va doucement. Vous pourrez envoyer ce message dans ${time} ; il reste ici.`;
}

/** Null: the form does not speak of it, and it stays as it is. */
export type Order = {
  readonly houseRules: string | null;
  readonly welcome: string | null;
  readonly slowSeconds: number | null;
};

const orderForm = z.object({
  regles: text(HOUSE_RULES_MAX)
    .transform((words) => words.trim())
    .optional(),
  accueil: oneLine(WELCOME_MAX).optional(),
  lenteur: z.enum(['', ...Object.keys(PACES)], 'Choisissez un rythme dans la liste.').optional(),
});

export function parseOrder(form: Form): Parsed<Order> {
  const parsed = orderForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { regles = null, accueil = null, lenteur } = parsed.data;
  return {
    ok: true,
    value: { houseRules: regles, welcome: accueil, slowSeconds: lenteur === undefined ? null : Number(lenteur) },
  };
}

/** The message at the top of a room. */
export type Pinned = {
  readonly id: number;
  /** Null: an erased member. */
  readonly authorId: string | null;
  readonly authorName: string;
  readonly excerpt: string;
};

/** Another message is at the top of this salon, none, or the same with other words. */
export const pinnedTopic = topicKind('pinned');

/** Hours for which a member writes nothing more in the salon. */
export const SILENCES = { 1: 'Une heure', 24: 'Un jour', 168: 'Une semaine' } as const;

/** Hours; null: not one of those. */
export function parseSilence(value: unknown): number | null {
  return typeof value === 'string' && Object.hasOwn(SILENCES, value) ? Number(value) : null;
}

/** « à partir de 18 h 05 », « à partir de demain, 18 h 05 », « à partir du mardi 14 mai à 18 h 05 » */
export function fromInWords(time: Date, now: Date): string {
  const until = untilInWords(time, now);
  return until.startsWith('jusqu’au') ? `à partir du${until.slice(8)}` : `à partir de ${until.slice(8)}`;
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'message-epingle': { tone: 'succes', text: 'Ce message se lit maintenant en haut du salon.' },
  'epingle-retiree': { tone: 'info', text: 'Plus aucun message n’est épinglé en haut du salon.' },
  'membre-silence': { tone: 'info', text: 'Cette personne lit toujours le salon, et n’y écrit plus pour un temps.' },
  'membre-parole': { tone: 'succes', text: 'Cette personne peut de nouveau écrire.' },
} as const satisfies Record<string, Flash>;
