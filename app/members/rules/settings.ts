import { z } from 'zod';
import type { Theme } from '~/auth/rules/viewer';
import { fieldErrors, type Parsed } from '~/forms';
import type { Flash } from '~/ui/notice';

/** D12, in seconds, with the words of the page. */
export const IDLE_DELAYS = {
  '300': '5 minutes',
  '900': 'Un quart d’heure',
  '1800': 'Une demi-heure',
  '3600': 'Une heure',
} as const;
export type IdleDelay = keyof typeof IDLE_DELAYS;

/** The offered delay nearest to a stored one (an imported account may have any). */
export function idleDelayOf(seconds: number): IdleDelay {
  const offered = Object.keys(IDLE_DELAYS) as IdleDelay[];
  return offered.find((delay) => Number(delay) >= seconds) ?? '3600';
}

const settings = z.object({
  taille: z.enum(['1', '2', '3', '4'], 'Choisissez l’une des quatre tailles.').optional(),
  theme: z.enum(['clair', 'sombre', 'contraste'], 'Choisissez l’une des trois couleurs.').optional(),
  delai: z.enum(Object.keys(IDLE_DELAYS) as IdleDelay[], 'Choisissez l’une des durées proposées.').optional(),
  vu: z.enum(['oui', 'non'], 'Répondez par oui ou par non.').optional(),
});
export type Settings = {
  readonly textSize: number | null;
  readonly theme: Theme | null;
  /** Seconds. */
  readonly idleDelay: number | null;
  /** D13: whether others read when she was last here. */
  readonly showsLastSeen: boolean | null;
};

/** Each page of settings sends its own fields; what is not sent stays as it is. */
export function parseSettings(form: unknown): Parsed<Settings> {
  const parsed = settings.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { taille, theme, delai, vu } = parsed.data;
  const value = {
    textSize: taille ? Number(taille) : null,
    theme: theme ?? null,
    idleDelay: delai ? Number(delai) : null,
    showsLastSeen: vu ? vu === 'oui' : null,
  };
  return { ok: true, value };
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  profil: { tone: 'succes', text: 'Votre profil est enregistré.' },
  bloque: {
    tone: 'succes',
    text: 'C’est fait : vous n’apparaissez plus l’un pour l’autre, ni dans les membres ni dans les salons. Cette personne n’en est pas avertie.',
  },
  debloque: { tone: 'succes', text: 'Cette personne n’est plus bloquée.' },
  regle: { tone: 'succes', text: 'Votre réglage est enregistré.' },
} as const satisfies Record<string, Flash>;
