/** Z02: what a member may do how often, from the limits themselves. */
import type { Viewer } from '~/auth/rules/viewer';
import { REACTIONS_A_MINUTE } from '~/chat/rules/pace';
import { UPLOADS } from '~/files/rules/picture';
import type { Limit } from '~/limits';
import { REPORTS } from '~/members/rules/card';
import { NEW_NAMES } from '~/members/rules/profile';
import { invitationLimitOf } from '~/salons/rules/invitations';

export type Allowance = { readonly limit: Limit; readonly what: string };

/** Those that count by member; others count by place, and protect doors. */
export const allowancesOf = (viewer: Viewer): readonly Allowance[] => [
  { limit: REACTIONS_A_MINUTE, what: 'Réagir à un message' },
  { limit: UPLOADS, what: 'Envoyer une photo' },
  { limit: invitationLimitOf(viewer), what: 'Inviter par courriel' },
  { limit: REPORTS, what: 'Signaler' },
  { limit: NEW_NAMES, what: 'Changer de nom' },
];

/** « 40 par minute » */
export function allowed({ points, seconds }: Limit): string {
  return `${points} par ${seconds === 60 ? 'minute' : seconds === 3_600 ? 'heure' : 'jour'}`;
}
