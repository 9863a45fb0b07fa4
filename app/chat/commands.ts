/** The verbs of talking. Each answers only when it is stored, and wakes the salon’s readers after the commit. */

import type { Viewer } from '~/auth/rules/viewer';
import { messagesTopic } from '~/chat/rules';
import type { Database } from '~/db';
import { AppError, notFound, refusedBy } from '~/errors';
import type { Limits } from '~/limits';
import { recognise } from '~/play/commands';
import { earnThanks } from '~/play/queries/acts';
import type { Hub } from '~/realtime/hub';
import { pinnedTopic } from '~/salons/rules/order';
import { storePost } from './posting';
import * as queries from './queries';
import type { Posted } from './queries/posts';
import { isReaction, type MessageDraft } from './rules';
import { REACTIONS_A_MINUTE } from './rules/pace';

export type Services = { readonly database: Database; readonly hub: Hub; readonly limits: Limits };
type Talk = Omit<Services, 'limits'>;

/**
 * Stores a message and wakes the salon. The same key gives the same message, however often and from wherever it
 * comes (C-07): the second insert is refused by the key's constraint, rolled back whole, and the first one is found.
 * @throws AppError invalid (key_used: with other words), not_found (not a member), forbidden (unconfirmed, muted, archived), payment_required (messages_per_day)
 */
export async function postMessage(
  { database, hub }: Talk,
  viewer: Viewer,
  salonId: string,
  draft: MessageDraft,
): Promise<Pick<Posted, 'id' | 'seq'>> {
  const posted = await storePost(database, salonId, { viewerId: viewer.id, draft }).catch(async (error) => {
    const known = refusedBy(error) === 'chat_messages_client_key_key';
    // A right may be used up by the first one: the twentieth message of a free day, sent twice.
    const refused = error instanceof AppError && error.code !== 'unavailable';
    if (draft.key === null || !(known || refused)) throw error;
    const earlier = await earlierPost(database, viewer, salonId, draft.key, draft.text);
    if (!known && !earlier?.isSame) throw error;
    // Other words are no repetition: they are not stored, and their writer has to know.
    if (earlier && !earlier.isSame) throw new AppError('invalid', 'key_used');
    return earlier;
  });
  if (!posted) throw notFound();
  hub.wakeTopic(messagesTopic.of(salonId));
  if ('earned' in posted) await recognise({ database }, viewer.id, posted.earned);
  return posted;
}

/** A key that was used in another salon names nothing here. */
async function earlierPost(
  database: Database,
  viewer: Viewer,
  salonId: string,
  key: string,
  words: string,
): Promise<queries.EarlierPost | null> {
  const found = await database.asViewer(viewer.id, (tx) => queries.messageByKey(tx, viewer.id, key, words));
  return found?.salonId === salonId ? found : null;
}

/** R14: one's own words, within a quarter of an hour. @throws AppError not_found, conflict (too late) */
export async function editMessage(
  { database, hub }: Talk,
  viewer: Viewer,
  salonId: string,
  messageId: number,
  words: string,
): Promise<void> {
  await database.asViewer(viewer.id, async (tx) => {
    if (await queries.editMessage(tx, viewer.id, salonId, messageId, words)) return;
    const message = await queries.messageFor(tx, salonId, messageId);
    throw message?.author.id === viewer.id && !message.isDeleted ? new AppError('conflict', 'too_late') : notFound();
  });
  hub.wakeTopic(messagesTopic.of(salonId));
  // It may stand at the top of the room.
  hub.wakeTopic(pinnedTopic.of(salonId));
}

/** F11: deleting what is already deleted is no fault: the second press of a button. @throws AppError not_found, forbidden */
export async function deleteMessage(
  { database, hub }: Talk,
  viewer: Viewer,
  salonId: string,
  messageId: number,
): Promise<void> {
  await database.asViewer(viewer.id, async (tx) => {
    const message = await queries.messageFor(tx, salonId, messageId);
    if (!message) throw notFound();
    if (!(await queries.deleteMessage(tx, messageId)) && !message.isDeleted) throw new AppError('forbidden', 'author');
  });
  hub.wakeTopic(messagesTopic.of(salonId));
  // It may stand at the top of the room.
  hub.wakeTopic(pinnedTopic.of(salonId));
}

/** F14. @throws AppError invalid (not in the list), not_found, forbidden (archived, muted, unconfirmed), too_many (K04) */
export async function toggleReaction(
  { database, hub, limits }: Services,
  viewer: Viewer,
  salonId: string,
  messageId: number,
  emoji: unknown,
): Promise<void> {
  if (!isReaction(emoji)) throw new AppError('invalid', 'emoji');
  await limits.take([REACTIONS_A_MINUTE, viewer.id]);
  const thanked = await database.asViewer(viewer.id, async (tx) => {
    const message = await queries.messageFor(tx, salonId, messageId);
    if (!message || message.isDeleted) throw notFound();
    const stands = await queries.toggleReaction(tx, messageId, emoji);
    if (stands === null) throw notFound();
    return stands && emoji === 'merci' ? earnThanks(tx, messageId) : null;
  });
  hub.wakeTopic(messagesTopic.of(salonId));
  if (thanked) await recognise({ database }, thanked.member, thanked);
}
