/** Messages with the numbers that the plan gave them, and reactions. */
import type { Plan } from '../types';
import { inParts, type Tx } from './parts';

export async function writeTalk(tx: Tx, { messages, reactions }: Plan): Promise<void> {
  await inParts(
    tx,
    messages,
    (rows) => tx`
      insert into public.chat_messages (
        id, salon_id, user_id, content, reply_to_id, seq, changed_seq, is_deleted, deleted_at, created_at
      )
      select id, "salonId", "userId", content, "replyTo", seq, seq, "deletedAt" is not null, "deletedAt", at
      from jsonb_to_recordset(${rows}) as r (
        id bigint, "salonId" uuid, "userId" uuid, content text, "replyTo" bigint, seq bigint, "deletedAt" timestamptz,
        at timestamptz
      )
      order by id`,
  );
  await inParts(
    tx,
    [...reactions.values()],
    (rows) => tx`
      insert into public.message_reactions (message_id, user_id, emoji, created_at)
      select "messageId", "userId", emoji, at
      from jsonb_to_recordset(${rows}) as r ("messageId" bigint, "userId" uuid, emoji text, at timestamptz)`,
  );
}
