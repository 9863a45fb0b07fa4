/** Messages and reactions. */

import type { DumpRow } from './reading';
import { isTrue, lineOf, note, time } from './report';
import { generalSalon } from './salons';
import type { Plan } from './types';

type Cells = DumpRow['row'];

/** The former signs for the six reactions of today. */
const EMOJI: Readonly<Record<string, string>> = {
  ...{
    '❤': 'coeur',
    '👏': 'bravo',
    '🙏': 'merci',
    '😊': 'sourire',
    '🙂': 'sourire',
    '😀': 'sourire',
    '👍': 'pouce',
    '😢': 'triste',
  },
  ...{ coeur: 'coeur', bravo: 'bravo', merci: 'merci', sourire: 'sourire', pouce: 'pouce', triste: 'triste' },
};
export function message(plan: Plan, row: Cells, now: string): string | null {
  const id = Number(row.id);
  if (!Number.isSafeInteger(id) || id < 1) return 'numéro illisible';
  const salonId = row.salon_id ? row.salon_id.toLowerCase() : generalSalon(plan, now);
  if (!salonId || !plan.salons.has(salonId)) return 'sans salon';
  if (!row.salon_id) note(plan.report, 'chat_messages', 'mis dans « Salon général »');
  const isDeleted = isTrue(row.is_deleted);
  const content = isDeleted ? '' : (row.content ?? '').trim();
  if (!isDeleted && content === '') return 'sans texte';
  if ([...content].length > 4000) return 'texte trop long';
  const author = row.user_id?.toLowerCase() ?? '';
  if (!plan.users.has(author)) note(plan.report, 'chat_messages', 'signé « Ancien membre »');
  const at = time(row.created_at) ?? now;
  plan.messages.push({
    ...{ id, salonId, userId: plan.users.has(author) ? author : null, content, at, seq: 0 },
    ...{
      replyTo: row.reply_to_id ? Number(row.reply_to_id) : null,
      deletedAt: isDeleted ? (time(row.deleted_at) ?? at) : null,
    },
  });
  return null;
}

/** Doubled ids, answers to what is not there, and each message's place in its salon. */
export function settleMessages(plan: Plan): void {
  const { messages, report } = plan;
  messages.sort((a, b) => a.id - b.id);
  const [seen, last] = [new Map<number, string>(), new Map<string, number>()];
  const once = messages.filter((each) => {
    if (seen.has(each.id)) {
      lineOf(report, 'chat_messages').taken -= 1;
      note(report, 'chat_messages', 'en double');
      return false;
    }
    seen.set(each.id, each.salonId);
    each.seq = (last.get(each.salonId) ?? 0) + 1;
    last.set(each.salonId, each.seq);
    return true;
  });
  // Not as arguments of a call: hundreds of thousands are more than the stack holds.
  messages.length = 0;
  for (const each of once) messages.push(each);
  for (const each of messages) {
    if (each.replyTo === null || (seen.get(each.replyTo) === each.salonId && each.replyTo < each.id)) continue;
    each.replyTo = null;
    note(report, 'chat_messages', 'réponse à un message absent');
  }
  for (const [key, { messageId }] of plan.reactions) {
    if (seen.has(messageId)) continue;
    plan.reactions.delete(key);
    lineOf(report, 'message_reactions').taken -= 1;
    note(report, 'message_reactions', 'sans message');
  }
}

export function reaction(plan: Plan, row: Cells, now: string): string | null {
  const [messageId, userId] = [Number(row.message_id), row.user_id?.toLowerCase() ?? ''];
  const emoji = EMOJI[(row.emoji ?? '').replace(/\ufe0f/g, '')];
  if (!plan.users.has(userId)) return 'sans compte';
  if (!emoji) return 'autre signe';
  const key = `${messageId} ${userId} ${emoji}`;
  if (plan.reactions.has(key)) return 'en double';
  plan.reactions.set(key, { messageId, userId, emoji, at: time(row.created_at) ?? now });
  return null;
}
