/** When and how often a member is written to (U08). Pure and synchronous. */
import { z } from 'zod';
import { type Form, fieldErrors, type Parsed } from '~/forms';

/** Times that members live by; the table knows the same. */
export const ZONES = {
  'Europe/Paris': 'France métropolitaine, Belgique, Suisse',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
  'Pacific/Noumea': 'Nouvelle-Calédonie',
  'Pacific/Tahiti': 'Polynésie française',
  'Pacific/Wallis': 'Wallis-et-Futuna',
  'America/Toronto': 'Québec',
} as const;

/** Optional letters in seven days, at most. */
export const PER_WEEK = { '7': 'Sept par semaine', '3': 'Trois par semaine', '1': 'Un seul par semaine' } as const;

export const DEFAULTS = { hour: 18, zone: 'Europe/Paris', quietFrom: null, quietUntil: null, perWeek: 7 } as const;

export const HOURS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 24 }, (_, hour) => [String(hour), `${hour}\u202fh`]),
);

const hour = z.enum(Object.keys(HOURS), 'Choisissez une heure.').transform(Number);
const rhythmForm = z
  .object({
    heure: hour,
    fuseau: z.enum(Object.keys(ZONES), 'Choisissez où vous vivez.'),
    plafond: z.enum(Object.keys(PER_WEEK), 'Choisissez combien.').transform(Number),
    calme_de: z.union([z.literal('').transform(() => null), hour]),
    calme_a: z.union([z.literal('').transform(() => null), hour]),
  })
  .refine(
    ({ calme_de, calme_a }) =>
      (calme_de === null) === (calme_a === null) && (calme_de === null || calme_de !== calme_a),
    {
      path: ['calme_a'],
      message: 'Donnez le début et la fin des heures calmes, ou aucun des deux.',
    },
  );

/** Null: the form does not speak of it. */
export function parseRhythm(form: Form) {
  if (form.heure === undefined) return null;
  const parsed = rhythmForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) } as const;
  const { heure, fuseau, plafond, calme_de, calme_a } = parsed.data;
  const value = { hour: heure, zone: fuseau, perWeek: plafond, quietFrom: calme_de, quietUntil: calme_a };
  return { ok: true, value } satisfies Parsed<typeof value>;
}
