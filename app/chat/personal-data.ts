/** What chat stores of a person: her messages and her reactions. */
import type { Tx } from '~/db';
import {
  type Left,
  NOTHING_LEFT,
  PART_ROWS,
  type PartRow,
  type Person,
  type PersonalData,
  partRows,
} from '~/personal-data';

/** Everything grows with every word: see `growing`. */
export async function exportFor(): Promise<PersonalData> {
  return {};
}

/** Her words, and of what she answered the beginning, without its author: hers would make no sense alone. */
async function messages(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const rows = await tx<{ at: string; data: string }[]>`
    select r.id as at, to_jsonb(r)::text as data
    from (
      select
        m.id, s.name as salon, m.content, m.reply_to_id, nullif(left(a.content, 140), '') as answered_to, m.is_deleted,
        m.created_at, m.edited_at, m.deleted_at
      from chat_messages m
      join salons s on s.id = m.salon_id
      left join chat_messages a on a.id = m.reply_to_id
      where m.user_id = ${id} and m.id > ${after || 0}
      order by m.id
      limit ${PART_ROWS}
    ) r
    order by r.id`;
  return partRows(rows);
}

async function mentions(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const rows = await tx<{ at: string; data: string }[]>`
    select r.message_id as at, to_jsonb(r)::text as data
    from (
      select message_id, name
      from message_mentions
      where user_id = ${id} and message_id > ${after || 0}
      order by message_id
      limit ${PART_ROWS}
    ) r
    order by r.message_id`;
  return partRows(rows);
}

async function reactions(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const rows = await tx<{ at: string; data: string }[]>`
    select r.id as at, (to_jsonb(r) - 'id')::text as data
    from (
      select id, message_id, emoji, created_at
      from message_reactions
      where user_id = ${id} and id > ${after || 0}
      order by id
      limit ${PART_ROWS}
    ) r
    order by r.id`;
  return partRows(rows);
}

export const growing = {
  'public.chat_messages': messages,
  'public.message_mentions': mentions,
  'public.message_reactions': reactions,
};

/** Messages that one transaction erases: each takes a number of its salon, and the salon's other writers wait meanwhile. */
const PART = 500;

/**
 * The beginning of `eraseFor`, for somebody who has written much: the oldest messages that still name her.
 * @returns whether there may be more
 */
export async function erasePart(tx: Tx, { id }: Person, left: Left): Promise<boolean> {
  if (await emptySalons(tx, id)) return true;
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

/** Salons that go with her, because nobody else belongs to them: what was said there, also by those who have left. */
async function emptySalons(tx: Tx, id: string): Promise<boolean> {
  const done = await tx`
    delete from chat_messages
    where id in (
      select m.id
      from chat_messages m
      join salons s on s.id = m.salon_id
      where s.owner_id = ${id}
        and not exists (select from salon_members o where o.salon_id = s.id and o.user_id <> ${id})
      order by m.id desc
      limit ${PART}
    )`;
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
