/** The kinds of letters that can be switched off, in French. Their rows stand in `mail_kinds`. */
import type { Flash } from '~/ui/notice';

type Kind = {
  /** Its box in the settings' form. */
  readonly field: string;
  /** « la lettre du jour »: inside a sentence. */
  readonly name: string;
  /** Beside a box to tick. */
  readonly label: string;
  readonly hint: string;
};

export const MAIL_KINDS: Readonly<Record<string, Kind>> = {
  dailyLetter: {
    field: 'lettre_du_jour',
    name: 'la lettre du jour',
    label: 'La lettre du jour',
    hint: 'Une par jour au plus, et seulement s’il y a du nouveau dans vos salons.',
  },
  mention: {
    field: 'mentions',
    name: 'les courriels de mention',
    label: 'Quand on parle de vous',
    hint: 'Un courriel quand un membre vous nomme dans un salon.',
  },
  invitation: {
    field: 'invitations',
    name: 'les invitations à un salon',
    label: 'Les invitations à un salon',
    hint: 'Un courriel quand un membre vous invite à rejoindre son salon.',
  },
  newsletter: {
    field: 'nouvelles',
    name: 'les nouvelles d’Aurora50',
    label: 'Les nouvelles d’Aurora50',
    hint: 'De temps en temps, ce qui change dans la maison.',
  },
};

/** The settings' form: a ticked box is wanted, everything else is not. */
export function parseMailChoices(form: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(MAIL_KINDS)
    .filter(([, { field }]) => form[field] === 'on')
    .map(([kind]) => kind);
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'courriels-notes': { tone: 'succes', text: 'Vos choix de courriels sont enregistrés.' },
} as const satisfies Record<string, Flash>;
