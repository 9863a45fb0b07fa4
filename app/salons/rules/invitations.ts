/** Invitations by letter: what one asks for, how far one has come, and what is said of it (F09, G03). */
import { z } from 'zod';
import { email } from '~/auth/rules/email';
import { NEWCOMER_DAYS, NEWCOMER_INVITATIONS } from '~/auth/rules/newcomers';
import type { Viewer } from '~/auth/rules/viewer';
import { fieldErrors, type Parsed } from '~/forms';
import type { Limit } from '~/limits';
import type { SalonInvitation } from '~/salons/rules';
import { fullDay, plural } from '~/ui/format';
import type { Flash } from '~/ui/notice';

/** Days; `salon_invitations` counts the same. */
export const INVITATION_DAYS = 7;
/** Days after its last one for which its address stays. */
export const INVITATION_KEPT_DAYS = 30;

/** How many people one letter may bring; without a choice, one. */
export const PEOPLE = {
  2: 'Deux personnes, un couple par exemple',
  5: 'Cinq personnes au plus',
  10: 'Dix personnes au plus, un club par exemple',
} as const;

/** Invitations written by one member in a day, sent again or not. */
const INVITATIONS: Limit = { name: 'invitations', points: 20, seconds: 24 * 3600 };
export const invitationLimitOf = ({ isNew }: Pick<Viewer, 'isNew'>): Limit =>
  isNew ? NEWCOMER_INVITATIONS : INVITATIONS;
export const NEWCOMER_WORDS = `Pendant vos ${NEWCOMER_DAYS} premiers jours, vous pouvez envoyer ${plural(NEWCOMER_INVITATIONS.points, 'invitation', 'invitations')} par jour.`;
/** To one mailbox in a day, whoever asks for it. */
export const INVITATIONS_MAILBOX: Limit = { name: 'invitationsMailbox', points: 3, seconds: 24 * 3600 };

export type NewInvitation = {
  readonly email: string;
  readonly people: number;
  /** C-07. */
  readonly key: string | null;
};

const invitationForm = z.object({
  courriel: email,
  personnes: z.enum(['2', '5', '10']).optional().catch(undefined),
  cle: z.string().min(1).max(64).optional().catch(undefined),
});

export function parseInvitation(form: unknown): Parsed<NewInvitation> {
  const parsed = invitationForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { courriel, personnes, cle } = parsed.data;
  const key = cle?.replaceAll('\0', '') || null;
  return { ok: true, value: { email: courriel, people: Number(personnes ?? 1), key } };
}

export const INVITATION_ACTS = ['renvoyer', 'retirer'] as const;
export type InvitationAct = (typeof INVITATION_ACTS)[number];
export const parseInvitationAct = (value: unknown): InvitationAct | null =>
  INVITATION_ACTS.find((act) => act === value) ?? null;

/** One that the viewer has sent. */
export type SentInvitation = {
  readonly id: string;
  readonly email: string | null;
  readonly maxUses: number;
  readonly uses: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** What a guest sees behind an invitation. */
export type PersonalInvitation = SalonInvitation & { readonly inviterName: string; readonly expiresAt: Date };

export type InvitationState = 'retiree' | 'acceptee' | 'eteinte' | 'en-attente';

export function stateOf(sent: SentInvitation, now: Date): InvitationState {
  if (sent.revokedAt) return 'retiree';
  if (sent.uses >= sent.maxUses) return 'acceptee';
  return sent.expiresAt <= now ? 'eteinte' : 'en-attente';
}

/** « En attente jusqu’au jeudi 4 décembre 2026, 2 personnes entrées sur 5. » */
export function stateInWords(sent: SentInvitation, now: Date): string {
  const came =
    sent.maxUses > 1 ? `, ${plural(sent.uses, 'personne entrée', 'personnes entrées')} sur ${sent.maxUses}` : '';
  switch (stateOf(sent, now)) {
    case 'retiree':
      return `Retirée par vous${came}.`;
    case 'acceptee':
      return `Acceptée${sent.acceptedAt ? ` le ${fullDay(sent.acceptedAt)}` : ''}${came}.`;
    case 'eteinte':
      return `Sans réponse : elle s’est éteinte le ${fullDay(sent.expiresAt)}${came}.`;
    case 'en-attente':
      return `En attente jusqu’au ${fullDay(sent.expiresAt)}${came}.`;
  }
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'invitation-partie': { tone: 'succes', text: `L’invitation est partie. Elle vaut ${INVITATION_DAYS} jours.` },
  'invitation-renvoyee': {
    tone: 'succes',
    text: `Une nouvelle lettre est partie, pour ${INVITATION_DAYS} jours. Le lien de la première n’ouvre plus rien.`,
  },
  'invitation-retiree': { tone: 'info', text: 'L’invitation est retirée : son lien n’ouvre plus rien.' },
} as const satisfies Record<string, Flash>;
