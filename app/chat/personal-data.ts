/** What chat stores of a person: her messages and her reactions. */
import type { Tx } from '~/db';
import { type Left, NOTHING_LEFT, type Person, type PersonalData } from '~/personal-data';

/** Her words, and of what she answered the beginning, without its author: hers would make no sense alone. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.chat_messages', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select
            m.id, s.name as salon, m.content, m.reply_to_id, nullif(left(a.content, 140), '') as answered_to, m.is_deleted,
            m.created_at, m.edited_at, m.deleted_at
          from chat_messages m
          join salons s on s.id = m.salon_id
          left join chat_messages a on a.id = m.reply_to_id
          where m.user_id = ${id}
          order by m.id
        ) r
      ),
      'public.message_mentions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select message_id, name
          from message_mentions
          where user_id = ${id}
          order by message_id
        ) r
      ),
      'public.message_reactions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select message_id, emoji, created_at
          from message_reactions
          where user_id = ${id}
          order by id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** Messages that one transaction erases: each takes a number of its salon, and the salon's other writers wait meanwhile. */
const PART = 500;

/**
 * The beginning of `eraseFor`, for somebody who has written much: the oldest messages that still name her.
 * @returns whether there may be more
 */
export async function erasePart(tx: Tx, { id }: Person, left: Left): Promise<boolean> {
  await tx`
    select s.id
    from salons s
    where s.id in (select m.salon_id from chat_messages m where m.user_id = ${id})
    order by s.id
    for no key update`;
  const part = tx`select m.id from chat_messages m where m.user_id = ${id} order by m.id limit ${PART}`;
  if (!left.messages) await tx`delete from message_reactions where message_id in (${part})`;
  const done = await tx`
    update chat_messages
    set user_id = null, client_key = null, is_deleted = is_deleted or not ${left.messages}::boolean
    where id in (${part})`;
  return done.count === PART;
}

/**
 * G11: a message keeps its place, by « Ancien membre », and its text goes unless she chose to leave it. Each takes the
 * salon's next number, so that open pages and streams show it.
 */
export async function eraseFor(tx: Tx, { id }: Person, left: Left = NOTHING_LEFT): Promise<void> {
  // Every salon first and in one order, as every writer of several: no two erasures wait for each other.
  await tx`
    select s.id
    from salons s
    where s.id in (
      select m.salon_id
      from chat_messages m
      where m.user_id = ${id}
        or m.id in (select n.message_id from message_mentions n where n.user_id = ${id})
        or m.id in (select r.message_id from message_reactions r where r.user_id = ${id})
    )
    order by s.id
    for no key update`;
  // The lines that say who has come in lose her name.
  await tx`
    update chat_messages
    set changed_seq = changed_seq
    where is_arrival and id in (select n.message_id from message_mentions n where n.user_id = ${id})`;
  await tx`
    delete from message_mentions
    where user_id = ${id}`;
  await tx`
    delete from message_reactions r
    where r.user_id = ${id}
      or (not ${left.messages}::boolean and r.message_id in (select m.id from chat_messages m where m.user_id = ${id}))`;
  await tx`
    update chat_messages
    set user_id = null, client_key = null, is_deleted = is_deleted or not ${left.messages}::boolean
    where user_id = ${id}`;
}
