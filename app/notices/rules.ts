/** What a member is told on one page, and what the forms of that page say. Pure and synchronous. */
import type { Form } from '~/forms';
import type { Flash } from '~/ui/notice';

export const PAGE_SIZE = 50;
/** Days after which a notice is gone, read or not. */
export const KEPT_DAYS = 60;

export type Kind = 'mention' | 'answer' | 'invitation' | 'decision' | 'salon' | 'badge';

export type Notice = {
  readonly id: number;
  readonly kind: Kind;
  /** Our sentence; null where somebody's name and the salon's make one. */
  readonly said: string | null;
  readonly leadsTo: string | null;
  readonly createdAt: Date;
  readonly salonId: string | null;
  readonly salonName: string | null;
  readonly messageId: number | null;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly avatarUrl: string | null;
  /** The first words of the message. */
  readonly excerpt: string | null;
  readonly isRead: boolean;
};

/** The kinds that a member may do without, in the order in which they are shown. What the team decides is always told. */
export const CHOSEN_KINDS = {
  mention: { field: 'mentions', label: 'Quand on parle de vous', hint: 'Un membre vous nomme dans un salon.' },
  answer: { field: 'reponses', label: 'Quand on vous répond', hint: 'Un membre répond à un de vos messages.' },
  invitation: {
    field: 'invitations',
    label: 'Quand on vous invite',
    hint: 'Un membre vous propose de rejoindre son salon.',
  },
  salon: {
    field: 'salons',
    label: 'Quand un de vos salons change',
    hint: 'Il change de propriétaire, il va fermer, ou votre rôle n’y est plus le même.',
  },
  badge: { field: 'badges', label: 'Quand vous recevez un badge', hint: 'Pour vos cours et vos échanges.' },
} as const satisfies Readonly<Partial<Record<Kind, unknown>>>;
export type ChosenKind = keyof typeof CHOSEN_KINDS;

/** The boxes of the settings: whatever is not ticked is not wanted. */
export function parseRefusals(form: Form): ChosenKind[] {
  return (Object.keys(CHOSEN_KINDS) as ChosenKind[]).filter((kind) => form[CHOSEN_KINDS[kind].field] !== 'on');
}

/** One notice, or all up to the newest that the page showed: what came since is not read by a press that did not see it. */
export type Reading = { readonly id: number } | { readonly upTo: number | null };

/** Null: rubbish. */
export function parseReading({ lu, jusqua }: Form): Reading | null {
  if (lu === 'tout') return { upTo: parseNoticeId(jusqua) };
  const id = parseNoticeId(lu);
  return id === null ? null : { id };
}

export function parseNoticeId(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}

/** What the next page says after an action, by the name that its address carries (`routes/flashes.ts`). */
export const flashes = {
  'avis-lus': { tone: 'succes', text: 'Tous vos avis sont marqués comme lus.' },
  'avis-choisis': { tone: 'succes', text: 'Vos choix d’avis sont enregistrés.' },
} as const satisfies Record<string, Flash>;
