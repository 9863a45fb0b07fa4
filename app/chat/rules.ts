/** The rules of talking: limits, the form's parser, who may edit. Pure and synchronous. */

import { z } from 'zod';
import { fieldErrors, hasVisibleSign, type KeptFields, type Parsed, text } from '~/forms';
import { topicKind } from '~/realtime/topic';
import { listInWords } from '~/ui/format';

/** D45: characters, counted as the reader counts them (code points). */
export const MESSAGE_MAX = 4000;
/** R14: how long an author may correct a message, in minutes. */
export const EDIT_MINUTES = 15;
export const PAGE_SIZE = 50;
/** Above this many changes a stream says `reset` instead of replaying (contract 3). */
export const REPLAY_MAX = 500;

/** D52: the short labelled list. Keys are what is stored and posted. */
export const REACTIONS = {
  coeur: 'Cœur',
  bravo: 'Bravo',
  merci: 'Merci',
  sourire: 'Sourire',
  pouce: 'D’accord',
  triste: 'De tout cœur avec vous',
} as const;
export type ReactionEmoji = keyof typeof REACTIONS;

export function isReaction(value: unknown): value is ReactionEmoji {
  return typeof value === 'string' && Object.hasOwn(REACTIONS, value);
}

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
};

/** D47: what stands above an answer. `excerpt` is null when the original was removed. */
export type Quoted = {
  readonly id: number;
  readonly seq: number;
  readonly authorName: string;
  /** Null: an erased member, or not asked for. */
  readonly authorId?: string | null;
  readonly excerpt: string | null;
};

export type ReactionSummary = {
  readonly emoji: ReactionEmoji;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** A message as page, fragment, frame and stream all show it: nothing in it depends on the viewer. */
export type Message = {
  readonly id: number;
  readonly salonId: string;
  /** Its place in the salon, the pager's cursor. */
  readonly seq: number;
  /** The salon's number at its last change; the stream's `id:`. */
  readonly changedSeq: number;
  /** An erased member keeps no id: the empty string, and the name « Ancien membre » (G11). */
  readonly author: Person;
  /** Empty when deleted (D48). */
  readonly content: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly isDeleted: boolean;
  /** D40: no message but a line that says who has come in; `mentions` names them. Wordless as a deleted one. */
  readonly isArrival: boolean;
  readonly quoted: Quoted | null;
  /** Whom it names, the longest name first. */
  readonly mentions: readonly Mention[];
  readonly reactions: readonly ReactionSummary[];
};

/** Somebody named in a message: what was written after the « @ », and the name that she has now. */
export type Mention = { readonly id: string; readonly written: string; readonly name: string };

/** More names than this are counted. */
const ARRIVALS_NAMED = 5;

/** « Paul et Anne ont rejoint le salon » */
export function arrivedInWords(names: readonly string[]): string {
  const more = names.length - ARRIVALS_NAMED;
  const who = more > 1 ? [...names.slice(0, ARRIVALS_NAMED), `${more} autres personnes`] : names;
  return `${listInWords(who) || 'Une personne'} ${names.length > 1 ? 'ont' : 'a'} rejoint le salon`;
}

export type MessageDraft = {
  readonly text: string;
  readonly replyTo: number | null;
  /** C-07: a key made by the form; the same key never makes a second message. */
  readonly key: string | null;
};

const messageForm = z.object({
  texte: text(MESSAGE_MAX)
    .transform((value) => value.replace(/[^\P{Cc}\n\t]/gu, '').trim())
    .refine(hasVisibleSign, 'Écrivez votre message avant de l’envoyer.'),
  reponse_a: z
    .union([z.literal(''), z.string().refine((value) => parseMessageId(value) !== null)])
    .optional()
    .catch(undefined),
  cle: z.string().min(1).max(64).optional().catch(undefined),
});

export const KEPT_OF_MESSAGE: KeptFields = { words: ['texte'], rest: ['reponse_a', 'cle'] };
export const KEPT_OF_CORRECTION: KeptFields = { words: ['texte'], rest: [] };

/** What a member writes: trimmed, line breaks kept, control characters dropped. */
export function parseMessage(form: unknown): Parsed<MessageDraft> {
  const parsed = messageForm.safeParse(form);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { texte, reponse_a, cle } = parsed.data;
  return {
    ok: true,
    value: {
      text: texte,
      replyTo: reponse_a ? parseMessageId(reponse_a) : null,
      key: cle?.replaceAll('\0', '') || null,
    },
  };
}

/** A positive integer that JavaScript and PostgreSQL count alike; 2^63, `1e3`, ` 7` and rubbish are null. */
export function parseNumber(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{1,16}$/.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

export function parseMessageId(value: unknown): number | null {
  const id = parseNumber(value);
  return id !== null && id > 0 ? id : null;
}

/** R14. */
export function canEdit(message: Message, viewerId: string, now: Date): boolean {
  return (
    message.author.id === viewerId &&
    !message.isDeleted &&
    now.getTime() - message.createdAt.getTime() < EDIT_MINUTES * 60_000
  );
}

/** R14: the youngest message that is too old to be corrected by anybody; null when all can be. In the order of their places. */
export function lastTooLate(messages: readonly Pick<Message, 'id' | 'createdAt'>[], now: Date): number | null {
  const old = messages.filter(({ createdAt }) => now.getTime() - createdAt.getTime() >= EDIT_MINUTES * 60_000);
  return old.at(-1)?.id ?? null;
}

/** Something in this salon was posted, edited, deleted or reacted to. */
export const messagesTopic = topicKind('salon');

/** Somebody is writing: `salon:member`. */
export const typingTopic = topicKind('typing');
