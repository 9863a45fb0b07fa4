import { z } from 'zod';
import { parseUuid } from '~/forms';
import type { Role, RoleAt } from '~/members/queries/roles';
import type { StaffSearch } from '~/members/queries/staff';
import type { Flash } from '~/ui/notice';

/** What the staff may look into, in the words of the journal that members read (U17). */
export const LOOKS = {
  mail_history: 'L’équipe a regardé quels courriels vous ont été envoyés.',
  mail_stop_lifted: 'L’équipe a rouvert l’envoi de courriels à votre adresse.',
  role_given: 'L’équipe vous a confié l’écriture des cours.',
  role_taken: 'L’équipe a mis fin à votre accès à ses pages.',
  address_looked_up: 'L’équipe a cherché votre compte à partir de votre adresse.',
  account_opened: 'L’équipe a ouvert votre compte : adresse, formule, appareils, courriels et signalements.',
  role_moderator: 'L’équipe vous a confié la modération des salons.',
  role_admin: 'L’équipe vous a confié l’administration du site.',
  suspended: 'L’équipe a suspendu votre compte.',
  suspension_lifted: 'L’équipe a rouvert votre compte.',
  payment_refunded: 'L’équipe vous a remboursé un paiement.',
  report_read: 'L’équipe a lu un signalement qui vous concerne, et les mots signalés.',
  moderated: 'L’équipe a décidé d’un signalement qui vous concerne.',
  appeal_answered: 'L’équipe a répondu à votre contestation.',
  payments_read: 'L’équipe a regardé vos paiements.',
} as const;
export type Look = keyof typeof LOOKS;

/** By whom it was, as the member reads it. */
export const LOOKERS: Readonly<Record<Role, string>> = {
  member: 'une personne de l’équipe',
  author: 'une personne qui écrit les cours',
  moderator: 'une personne qui modère les salons',
  admin: 'une personne qui administre le site',
};

/** The same, in the words of the list that admins read. */
export const ACTS: Readonly<Record<Look, string>> = {
  mail_history: 'A regardé ses courriels',
  mail_stop_lifted: 'A rouvert l’envoi vers son adresse',
  role_given: 'A confié l’écriture des cours',
  role_taken: 'A repris le rôle',
  address_looked_up: 'A cherché son adresse',
  account_opened: 'A ouvert le compte',
  role_moderator: 'A confié la modération',
  role_admin: 'A confié l’administration',
  suspended: 'A suspendu le compte',
  suspension_lifted: 'A rouvert le compte',
  payment_refunded: 'A remboursé un paiement',
  report_read: 'A lu un signalement et les mots signalés',
  moderated: 'A décidé d’un signalement',
  appeal_answered: 'A répondu à une contestation',
  payments_read: 'A regardé les paiements',
};

/** Lines of a page of that list. */
export const LOOKS_PAGE = 50;

/** A name or letters of it, and where the page begins. */
export function parseLooksSearch(query: URLSearchParams): { readonly q: string; readonly before: number | null } {
  const before = Number(query.get('avant') ?? '');
  return {
    q: (query.get('q') ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, 80),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

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

/** G14, in the words of the team’s pages. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  member: 'Membre',
  author: 'Écrit les cours',
  moderator: 'Modère les salons',
  admin: 'Administre le site',
};
export const parseRole = (value: unknown): Role | null =>
  typeof value === 'string' && Object.hasOwn(ROLE_WORDS, value) ? (value as Role) : null;

export const PLANS = { freemium: 'Gratuite', premium: 'Premium', annuel: 'Annuelle' } as const;

/** Why an account is not suspended, or a role not changed. */
export const ROLE_REFUSALS: Readonly<Record<string, string>> & { readonly team: string } = {
  team: 'Cette personne est de l’équipe. Reprenez d’abord son rôle.',
  own: 'Vous ne pouvez pas changer votre propre rôle. Demandez-le à une autre personne de l’administration.',
  unconfirmed: 'Cette adresse n’est pas encore confirmée : un rôle se donne à une personne sûre.',
  suspended: 'Ce compte est suspendu. Rouvrez-le d’abord.',
};

/** States by which members can be filtered. */
export const STATES = { suspendu: 'Compte suspendu', signale: 'A été signalé' } as const;
/** Lines of a page. */
export const STAFF_PAGE = 40;

/** What makes no sense is left out. A whole address is looked for as an address, anything else as letters of a name. */
export function parseStaffSearch(query: URLSearchParams): StaffSearch {
  const clean = (name: string) => (query.get(name) ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, 254);
  const [q, state] = [clean('q'), clean('etat')];
  const [, key = '', last] = /^([\s\S]{0,200}):([^:]*)$/.exec(query.get('apres') ?? '') ?? [];
  const id = parseUuid(last);
  return {
    q,
    email: z.email().safeParse(q).success ? q : null,
    role: parseRole(clean('role')) ?? '',
    state: state === 'suspendu' || state === 'signale' ? state : '',
    after: id ? { key: key.replaceAll('\0', ''), id } : null,
  };
}

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
  'compte-suspendu': { tone: 'succes', text: 'Ce compte est suspendu, et fermé sur tous ses appareils.' },
  'compte-rouvert': { tone: 'succes', text: 'Ce compte est de nouveau ouvert.' },
  rembourse: { tone: 'succes', text: 'Le paiement est remboursé. La personne le lit dans ses données.' },
  'rien-a-rembourser': {
    tone: 'alerte',
    text: 'Ce paiement n’existe pas, ou il est déjà remboursé. Rien n’a été fait.',
  },
  'constat-vu': { tone: 'info', text: 'C’est noté : cette ligne ne sera plus montrée.' },
  'role-change': { tone: 'succes', text: 'Le rôle est changé. La personne le lit dans ses données.' },
} as const satisfies Record<string, Flash>;
