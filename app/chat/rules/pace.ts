/**
 * K04: how often one member may post, react and search. Far above what a person does with her fingers: only programs meet
 * these limits. An account of its first days, which a flood of spam would come from, posts half as much.
 */
import { NEWCOMER_DAYS, NEWCOMER_MENTIONS } from '~/auth/rules/newcomers';
import type { Viewer } from '~/auth/rules/viewer';
import type { Counted, Limit } from '~/limits';
import { plural } from '~/ui/format';

const MINUTE = 60;
const HOUR = 3600;
/** Of one member in a minute; far above what a person presses. */
export const REACTIONS_A_MINUTE: Limit = { name: 'reactions', points: 40, seconds: MINUTE };

/** @param aMinute `MESSAGES_A_MINUTE`; 0: no limit */
export function postsOf({ id, isNew }: Viewer, aMinute: number): readonly Counted[] {
  const points = isNew ? Math.ceil(aMinute / 2) : aMinute;
  return aMinute === 0 ? [] : [[{ name: 'posts', points, seconds: MINUTE }, id]];
}

export function searchesOf({ id }: Viewer, aMinute: number): readonly Counted[] {
  return aMinute === 0 ? [] : [[{ name: 'searches', points: aMinute, seconds: MINUTE }, id]];
}

function waitInWords(wait: number): string {
  if (wait < MINUTE) return plural(wait, 'seconde', 'secondes');
  return wait < HOUR
    ? plural(Math.ceil(wait / MINUTE), 'minute', 'minutes')
    : plural(Math.ceil(wait / HOUR), 'heure', 'heures');
}

/** Said of a message; it stays where it was typed. @param wait seconds */
export const tooFastInWords = (wait: number): string =>
  `Vous écrivez très vite. Vous pourrez envoyer ce message dans ${waitInWords(wait)}\u202f; il reste ici.`;

/** The same of one that names more people than a newcomer may in a day. @param wait seconds */
export const namedTooManyInWords = (wait: number): string =>
  `Pendant vos ${NEWCOMER_DAYS} premiers jours, vous pouvez nommer ${plural(NEWCOMER_MENTIONS, 'personne', 'personnes')} par jour. Envoyez ce message sans le signe @, ou dans ${waitInWords(wait)}\u202f; il reste ici.`;

export const searchedTooOften = (wait: number): string =>
  `Vous cherchez très vite. Vous pourrez chercher de nouveau dans ${waitInWords(wait)}\u202f; vos mots restent ici.`;
