/** Every statement on messages and reactions. Page, resume and live stream read the same view. */

import { asking, type Tx } from '~/db';
import type { ChatMessages } from '../../db/schema';
import { isReaction, type Message, PAGE_SIZE, type Quoted, REPLAY_MAX, type ReactionSummary } from './rules';

type MessageRow = {
  id: number;
  salonId: string;
  seq: number;
  changedSeq: number;
  content: string;
  createdAt: Date;
  editedAt: Date | null;
  isDeleted: boolean;
  isArrival: boolean;
  userId: string | null;
  fullName: string;
  avatarUrl: string | null;
  replyToId: number | null;
  replySeq: number | null;
  replyIsDeleted: boolean | null;
  replyExcerpt: string | null;
  replyFullName: string | null;
  replyUserId: string | null;
  mentions: [userId: string, written: string, name: string][] | null;
  reactions: [emoji: string, userId: string, name: string][] | null;
};

/** One page, oldest first: the newest fifty, or the fifty before `before` (a place in the salon). */
export async function messagePage(tx: Tx, salonId: string, before: number | null): Promise<Message[]> {
  const rows = await tx<MessageRow[]>`
    select *
    from (
      select ${columns(tx)}
      from chat_messages_with_profiles
      where salon_id = ${salonId}
        and seq < ${before ?? Number.MAX_SAFE_INTEGER}
      order by seq desc
      limit ${PAGE_SIZE}
    ) page
    order by seq`;
  return rows.map(message);
}

/** What changed after `cursor`, in the order it happened; one more than a stream replays, so that it can tell. */
export async function changesAfter(tx: Tx, salonId: string, cursor: number): Promise<Message[]> {
  const rows = await tx<MessageRow[]>`
    select ${columns(tx)}
    from chat_messages_with_profiles
    where salon_id = ${salonId}
      and changed_seq > ${cursor}
    order by changed_seq
    limit ${REPLAY_MAX + 1}`;
  return rows.map(message);
}

/** The same as this member sees it: one statement, which may be the whole transaction (decision 045). */
export async function changesFor(tx: Tx, viewerId: string, salonId: string, cursor: number): Promise<Message[]> {
  const rows = await tx<MessageRow[]>`
    select changed.*
    from (${asking(tx, viewerId)}) me
    cross join lateral (
      select ${columns(tx)}
      from chat_messages_with_profiles
      where me.id is not null
        and salon_id = ${salonId}
        and changed_seq > ${cursor}
      order by changed_seq
      limit ${REPLAY_MAX + 1}
      offset 0
    ) changed
    order by changed_seq`;
  return rows.map(message);
}

/** Null: no such message for the asker. */
export async function messageFor(tx: Tx, salonId: string, messageId: number): Promise<Message | null> {
  const rows = await tx<MessageRow[]>`
    select ${columns(tx)}
    from chat_messages_with_profiles
    where salon_id = ${salonId}
      and id = ${messageId}`;
  return rows[0] ? message(rows[0]) : null;
}

/** `isSame`: with these words, as far as can be told: what was corrected or deleted since may have been them. */
export type EarlierPost = Readonly<Pick<ChatMessages, 'id' | 'seq' | 'salonId'>> & { readonly isSame: boolean };

/** What an earlier post with this key made (C-07). */
export async function messageByKey(tx: Tx, viewerId: string, key: string, words: string): Promise<EarlierPost | null> {
  const [found] = await tx<EarlierPost[]>`
    select id, seq, salon_id, (content = ${words} or edited_at is not null or is_deleted) as is_same
    from chat_messages
    where user_id = ${viewerId}
      and client_key = ${key}`;
  return found ?? null;
}

/** Salon first, then the message: every writer waits for the same row lock. False: not there, not hers, or too late (R14). */
export async function editMessage(
  tx: Tx,
  viewerId: string,
  salonId: string,
  messageId: number,
  words: string,
): Promise<boolean> {
  const edited = await tx`
    with door as materialized (
      select lock_salon(${salonId}) as salon_id
    )
    update chat_messages m
    set content = ${words}
    from door
    where m.salon_id = door.salon_id
      and m.id = ${messageId}
      and m.user_id = ${viewerId}
    returning m.id`;
  return edited.count === 1;
}

/** Soft (R15). False: not there, already gone, or not the asker's to delete. */
export async function deleteMessage(tx: Tx, messageId: number): Promise<boolean> {
  const [answer] = await tx<{ deleted: boolean }[]>`
    select delete_message(${messageId}) as deleted`;
  return answer?.deleted === true;
}

/** True: it stands now; false: it is gone; null: no such message for the asker. */
export async function toggleReaction(tx: Tx, messageId: number, emoji: string): Promise<boolean | null> {
  const [answer] = await tx<{ stands: boolean | null }[]>`
    select handle_message_reaction(${messageId}, ${emoji}) as stands`;
  return answer?.stands ?? null;
}

/** The salons whose number moved past the given one. One statement for all salons that a process listens to. */
export async function movedSalons(
  tx: Tx,
  cursors: readonly { readonly salonId: string; readonly seq: number }[],
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select s.id
    from unnest(${cursors.map((each) => each.salonId)}::uuid[], ${cursors.map((each) => each.seq)}::bigint[]) c (id, seq)
    join salons s on s.id = c.id
    where s.last_seq > c.seq`;
  return rows.map((row) => row.id);
}

function columns(tx: Tx) {
  return tx`
    id, salon_id, seq, changed_seq, content, created_at, edited_at, is_deleted, user_id, full_name, avatar_url,
    reply_to_id, reply_seq, reply_is_deleted, reply_excerpt, reply_full_name, reply_user_id,
    reactions, is_arrival,
    case when is_arrival or strpos(content, '@') > 0 then mentions_of(id) end as mentions`;
}

function message(row: MessageRow): Message {
  return {
    id: row.id,
    salonId: row.salonId,
    seq: row.seq,
    changedSeq: row.changedSeq,
    author: { id: row.userId ?? '', name: row.fullName, avatarUrl: row.avatarUrl },
    content: row.content,
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    isDeleted: row.isDeleted,
    isArrival: row.isArrival,
    quoted: quoted(row),
    mentions: (row.mentions ?? []).map(([id, written, name]) => ({ id, written, name })),
    reactions: row.isDeleted ? [] : summary(row.reactions ?? []),
  };
}

function quoted(row: MessageRow): Quoted | null {
  if (row.replyToId === null || row.replySeq === null) return null;
  return {
    id: row.replyToId,
    seq: row.replySeq,
    authorName: row.replyFullName ?? 'Membre',
    authorId: row.replyUserId,
    excerpt: row.replyIsDeleted ? null : row.replyExcerpt,
  };
}

/** By emoji, in the order in which each was first given (F15). */
function summary(given: NonNullable<MessageRow['reactions']>): ReactionSummary[] {
  const byEmoji = new Map<ReactionSummary['emoji'], { id: string; name: string }[]>();
  for (const [emoji, id, name] of given) {
    if (!isReaction(emoji)) continue;
    byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), { id, name }]);
  }
  return [...byEmoji].map(([emoji, people]) => ({ emoji, people }));
}
