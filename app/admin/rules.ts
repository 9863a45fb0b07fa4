import { parseUuid } from '~/forms';
import type { RoleAt } from '~/members/queries/roles';
import type { Flash } from '~/ui/notice';

/** What the staff may look into, in the words of the journal that members read (U17). */
export const LOOKS = {
  mail_history: 'L’équipe a regardé quels courriels vous ont été envoyés.',
  mail_stop_lifted: 'L’équipe a rouvert l’envoi de courriels à votre adresse.',
  role_given: 'L’équipe vous a confié l’écriture des cours.',
  role_taken: 'L’équipe a mis fin à votre accès à ses pages.',
  address_looked_up: 'L’équipe a cherché votre compte à partir de votre adresse.',
} as const;
export type Look = keyof typeof LOOKS;

/** Why somebody is not made an author. */
export const NAMING_REFUSALS = {
  unknown: 'Aucun compte n’a cette adresse. Vérifiez-la avec la personne.',
  unconfirmed:
    'Cette adresse n’est pas encore confirmée : demandez à la personne d’ouvrir notre courriel, puis revenez.',
  colleague: 'Cette personne écrit déjà les cours avec vous.',
  moderator: 'Cette personne modère les salons, et un compte n’a qu’un rôle.',
} as const;
export type NamingRefusal = keyof typeof NAMING_REFUSALS;

/** An address that nobody has confirmed may be somebody else's. */
export function whyNotAuthor({ role, confirmed }: Pick<RoleAt, 'role' | 'confirmed'>): NamingRefusal | null {
  if (role === 'moderator') return 'moderator';
  if (role !== 'member') return 'colleague';
  return confirmed ? null : 'unconfirmed';
}

export const parseColleagueId = parseUuid;

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'auteur-nomme': {
    tone: 'succes',
    text: 'C’est noté : cette personne écrit maintenant les cours. Elle trouve la page « Équipe » dans son menu.',
  },
  'role-repris': {
    tone: 'info',
    text: 'Cette personne est de nouveau simple membre. Ce qu’elle a écrit reste en place.',
  },
  'role-le-sien': {
    tone: 'alerte',
    text: 'Vous ne pouvez pas reprendre votre propre rôle. Demandez-le à une autre personne de l’administration.',
  },
} as const satisfies Record<string, Flash>;
