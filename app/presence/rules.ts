/** The four states (N01, D09): who says what, and in which words. What a member's state is, is said by the database. */

import { z } from 'zod';
import type { Status, Viewer } from '~/auth/rules/viewer';
import { fieldErrors, type Parsed } from '~/forms';
import { topicKind } from '~/realtime/topic';
import { dayInWords } from '~/ui/format';
import type { Flash } from '~/ui/notice';

/** The same words everywhere. */
export const STATUS_WORDS = {
  online: 'en ligne',
  away: 'absent',
  busy: 'occupé',
  offline: 'hors ligne',
} as const satisfies Record<Status, string>;
export type { Status } from '~/auth/rules/viewer';

/** A person with at least one open stream of the salon, who does not mind being seen. */
export type Present = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly status: Status;
};

/** A connection’s lease in seconds: with the sweep every 30 s, a crashed tab is gone within 85 (N05 allows 90). */
export const LEASE_SECONDS = 55;
/** How often a process renews the leases of its readers, and looks for states that have changed, in seconds. */
export const RENEWAL_SECONDS = 30;
/** Seconds without a sign of life after which a page that gave one is gone; one sign of those every 40 s may be lost. */
export const SILENT_SECONDS = 82;
/** How often a process looks for such pages: with the moment in which changes are gathered, within the 90 s of N05. */
export const LOOK_SECONDS = 5;

/** Whoever asks for a page is active by asking: her own state on it is what she chose, or « en ligne ». */
export function ownStatus(chosen: Status | null): Status {
  return chosen ?? 'online';
}

const TIME = /^([01]?\d|2[0-3])[h:]([0-5]\d)?$/;

const choice = z.object({
  statut: z.enum(
    ['auto', ...(Object.keys(STATUS_WORDS) as Status[])],
    'Choisissez l’un des états proposés, ou « Automatique ».',
  ),
  // A browser without a field for times gives what was typed: « 18 h », « 18h30 ».
  jusqu_a: z
    .string()
    .default('')
    .transform((words) => words.replace(/\s/g, '').toLowerCase())
    .refine((words) => words === '' || TIME.test(words), 'Écrivez l’heure en chiffres, par exemple 18:00.')
    .transform((words) => {
      const [, hour, minute] = TIME.exec(words) ?? [];
      return hour ? `${hour}:${minute ?? '00'}` : null;
    }),
});

/** What a member is to be seen as. */
export type Choice = {
  /** Null leaves it to what she does. */
  readonly status: Status | null;
  /** F21: « 18:00 », the next time that it is so late in Paris; null: until she says so. */
  readonly until: string | null;
};

/** N03, F21. */
export function parseChoice(form: unknown): Parsed<Choice> {
  const parsed = choice.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { statut, jusqu_a } = parsed.data;
  return { ok: true, value: statut === 'auto' ? { status: null, until: null } : { status: statut, until: jusqu_a } };
}

/** What she chose, as pages remind her of it. */
export type Chosen = { readonly status: Status; readonly until: Date | null } | null;

export function chosenBy({ chosenStatus, chosenUntil }: Pick<Viewer, 'chosenStatus' | 'chosenUntil'>): Chosen {
  return chosenStatus && { status: chosenStatus, until: chosenUntil };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** D13: « dernière visite il y a 2 h », in steps that tell nobody’s habits to the minute. */
export function lastSeenInWords(at: Date, now: Date): string {
  const ago = now.getTime() - at.getTime();
  if (ago < HOUR) return `dernière visite il y a ${ago < 5 * MINUTE ? 'quelques minutes' : 'moins d’une heure'}`;
  if (ago < 12 * HOUR) return `dernière visite il y a ${Math.floor(ago / HOUR)}\u202fh`;
  const day = dayInWords(at, now);
  return day === 'hier' || day === 'aujourd’hui' ? `dernière visite ${day}` : `dernière visite le ${day}`;
}

/** A page has given a sign of life: `salon:member`. */
export const signTopic = topicKind('sign');

/** Who is here, or how, has changed in this salon. */
export const presenceTopic = topicKind('presence');

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  presence: { tone: 'succes', text: 'C’est noté : les autres membres vous voient ainsi dès maintenant.' },
} as const satisfies Record<string, Flash>;
