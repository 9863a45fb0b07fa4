/** The kinds of letters that can be switched off, in French. Their rows stand in `mail_kinds`. */

type Kind = {
  /** « la lettre du jour »: inside a sentence. */
  readonly name: string;
  /** Beside a box to tick. */
  readonly label: string;
  readonly hint: string;
};

export const MAIL_KINDS: Readonly<Record<string, Kind>> = {
  dailyLetter: {
    name: 'la lettre du jour',
    label: 'La lettre du jour',
    hint: 'Une par jour au plus, et seulement s’il y a du nouveau dans vos salons.',
  },
  mention: {
    name: 'les courriels de mention',
    label: 'Quand on parle de vous',
    hint: 'Un courriel quand un membre vous nomme dans un salon.',
  },
  invitation: {
    name: 'les invitations à un salon',
    label: 'Les invitations à un salon',
    hint: 'Un courriel quand un membre vous invite à rejoindre son salon.',
  },
  newsletter: {
    name: 'les nouvelles d’Aurora50',
    label: 'Les nouvelles d’Aurora50',
    hint: 'De temps en temps, ce qui change dans la maison.',
  },
};
