/**
 * K04: how often one member may post, react and search. Far above what a person does with her fingers: only programs meet
 * these limits. An account of its first day, which a flood of spam would come from, posts half as much.
 */
import type { Viewer } from '~/auth/rules/viewer';
import type { Counted, Limit } from '~/limits';
import { plural } from '~/ui/format';

const MINUTE = 60;
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

const waitInWords = (wait: number) =>
  wait < MINUTE ? plural(wait, 'seconde', 'secondes') : plural(Math.ceil(wait / MINUTE), 'minute', 'minutes');

/** Said of a message; it stays where it was typed. @param wait seconds */
export const tooFastInWords = (wait: number): string =>
  `Vous écrivez très vite. Vous pourrez envoyer ce message dans ${waitInWords(wait)} ; il reste ici.`;

export const searchedTooOften = (wait: number): string =>
  `Vous cherchez très vite. Vous pourrez chercher de nouveau dans ${waitInWords(wait)} ; vos mots restent ici.`;
