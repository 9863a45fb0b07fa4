/** Z02: what a member may do how often, from the limits themselves. */
import { REACTIONS_A_MINUTE } from '~/chat/rules/pace';
import { UPLOADS } from '~/files/rules/picture';
import type { Limit } from '~/limits';
import { REPORTS } from '~/members/rules/card';
import { NEW_NAMES } from '~/members/rules/profile';
import { INVITATIONS } from '~/salons/rules/invitations';

/** Those that count by member; others count by place, and protect doors. */
export const ALLOWANCES: readonly (readonly [limit: Limit, what: string])[] = [
  [REACTIONS_A_MINUTE, 'Réagir à un message'],
  [UPLOADS, 'Envoyer une photo'],
  [INVITATIONS, 'Inviter par courriel'],
  [REPORTS, 'Signaler'],
  [NEW_NAMES, 'Changer de nom'],
];

/** « 40 par minute » */
export function allowed({ points, seconds }: Limit): string {
  return `${points} par ${seconds === 60 ? 'minute' : seconds === 3_600 ? 'heure' : 'jour'}`;
}
