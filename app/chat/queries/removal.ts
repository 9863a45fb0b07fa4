/** Words that a decision takes away or gives back. As the system role: the right to decide is asked by who calls. */
import type { Tx } from '~/db';

/** Salon first, as every writer in it. False: not there, or gone already. */
export async function removeMessage(tx: Tx, salonId: string, messageId: number): Promise<boolean> {
  await lockSalon(tx, salonId);
  const removed = await tx`
    update chat_messages
    set is_deleted = true
    where id = ${messageId} and salon_id = ${salonId} and not is_deleted`;
  if (removed.count === 0) return false;
  await tx`
    delete from message_reactions
    where message_id = ${messageId}`;
  return true;
}

/** A decision was called off. False: the message is not there, or stands. */
export async function restoreMessage(tx: Tx, salonId: string, messageId: number, words: string): Promise<boolean> {
  await lockSalon(tx, salonId);
  const restored = await tx`
    update chat_messages
    set is_deleted = false, deleted_at = null, content = ${words}
    where id = ${messageId} and salon_id = ${salonId} and is_deleted and user_id is not null`;
  return restored.count === 1;
}

async function lockSalon(tx: Tx, salonId: string): Promise<void> {
  await tx`
    select id
    from salons
    where id = ${salonId}
    for no key update`;
}
