/** D42: what of a salon a member is told. Names of the form's field `notifications`. */
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed } from '~/forms';
import { dayInWords, timeOfDay } from '~/ui/format';
import type { Flash } from '~/ui/notice';

export type Bell = 'tout' | 'mentions' | 'rien';

export const BELLS: Readonly<Record<Bell, { readonly label: string; readonly hint: string }>> = {
  tout: {
    label: 'De tout ce qui s’y dit',
    hint: 'Le nombre de nouveaux messages, la lettre du jour, et quand on s’adresse à vous.',
  },
  mentions: { label: 'Quand on s’adresse à vous', hint: 'On vous nomme, ou on répond à un de vos messages.' },
  rien: { label: 'De rien', hint: 'Le salon reste dans votre liste. Vous le lisez quand vous voulez.' },
};

/** The hour of Paris at which a night's silence ends. */
export const MORNING = 8;

/** How long the bell is silent; `setBell` gives each its end, by the clock of the database. */
export const PAUSES = {
  heure: 'Pendant une heure',
  demain: `Jusqu’à demain matin, ${MORNING}\u202fh`,
  semaine: 'Pendant une semaine',
} as const;
/** `garder`: as long as it was to be. */
export type Pause = keyof typeof PAUSES | 'garder' | null;

/** A bell as it is set, and how it rings just now. */
export type OwnBell = {
  readonly chosen: Bell;
  readonly rings: Bell;
  readonly pausedUntil: Date | null;
  /** Null: she has had her role since she joined. */
  readonly roleSince: Date | null;
};

export type BellPost = { readonly bell: Bell; readonly pause: Pause };

/** A plain switch, as the former system had (`notifications_enabled`), is everything or nothing. */
const SWITCH: Readonly<Record<string, Bell>> = { on: 'tout', off: 'rien' };

const bellForm = z.object({
  notifications: z.preprocess(
    (value) => SWITCH[String(value)] ?? value,
    z.enum(Object.keys(BELLS) as [Bell, ...Bell[]], 'Dites ce qui doit vous prévenir.'),
  ),
  pause: z
    .enum([...(Object.keys(PAUSES) as (keyof typeof PAUSES)[]), 'garder', ''], 'Choisissez une durée dans la liste.')
    .optional()
    .transform((value) => value || null),
});

/** Null: the form does not speak of it. */
export function parseBell(form: Form): Parsed<BellPost | null> {
  if (form.notifications === undefined) return { ok: true, value: null };
  const parsed = bellForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  return { ok: true, value: { bell: parsed.data.notifications, pause: parsed.data.pause } };
}

/** « jusqu’à 18 h 05 », « jusqu’à demain, 8 h 00 », « jusqu’au mardi 14 mai à 8 h 00 » */
export function untilInWords(end: Date, now: Date): string {
  const day = dayInWords(end, now);
  if (day === 'aujourd’hui') return `jusqu’à ${timeOfDay(end)}`;
  // Seen from its end, this is yesterday.
  return dayInWords(now, end) === 'hier' ? `jusqu’à demain, ${timeOfDay(end)}` : `jusqu’au ${day} à ${timeOfDay(end)}`;
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'cloche-reglee': { tone: 'succes', text: 'Votre cloche est réglée pour ce salon.' },
} as const satisfies Record<string, Flash>;
