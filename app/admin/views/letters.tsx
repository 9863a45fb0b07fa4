import { momentInWords } from '~/ui/format';
import { Table } from '~/ui/table';
import type { LetterLine } from '../queries';

type LettersTableProps = {
  readonly caption: string;
  readonly letters: readonly LetterLine[];
  readonly titles: Readonly<Record<string, string>>;
  readonly now: Date;
};

/** Kind, state and times: never what a letter says, and never its links. */
export function LettersTable({ caption, letters, titles, now }: LettersTableProps) {
  return (
    <Table
      caption={caption}
      rows={letters}
      columns={[
        { title: 'Courriel', cell: ({ template }) => titleOf(titles, template) },
        { title: 'Demandé', cell: ({ createdAt }) => momentInWords(createdAt, now) },
        { title: 'État', cell: (letter) => stateInWords(letter) },
        { title: 'Parti', cell: ({ sentAt }) => (sentAt ? momentInWords(sentAt, now) : '–') },
      ]}
    />
  );
}

export function titleOf(titles: Readonly<Record<string, string>>, template: string): string {
  return titles[template] ?? template;
}

const STATES: Readonly<Record<string, string>> = {
  queued: 'En attente',
  sent: 'Parti',
  expired: 'Trop tard : non envoyé',
  withheld: 'Retenu',
  refused: 'Refusé par le service d’envoi',
  failed: 'Impossible à écrire',
};

const ARRIVED: Readonly<Record<string, string>> = {
  delivered: 'Arrivé',
  soft_bounce: 'Revenu, boîte indisponible',
  hard_bounce: 'Revenu, adresse inconnue',
  complaint: 'Classé indésirable',
  blocked: 'Bloqué par le service d’envoi',
};

const REASONS: Readonly<Record<string, string>> = {
  choix: 'la personne ne veut plus de ces courriels',
  plafond: 'trop de courriels pour cette adresse',
  hard_bounce: 'adresse inconnue de sa messagerie',
  soft_bounces: 'trois courriels revenus de suite',
  complaint: 'un courriel a été classé indésirable',
};

function stateInWords({ state, reason, arrival }: LetterLine): string {
  if (arrival) return ARRIVED[arrival] ?? arrival;
  const words = STATES[state] ?? state;
  return reason && state !== 'expired' ? `${words} (${REASONS[reason] ?? reason})` : words;
}
