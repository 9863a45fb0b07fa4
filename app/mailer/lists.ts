/**
 * Brevo's three contact lists (M08): how they should be stands in rows, a job makes them so. A row is the newest wish,
 * so that asking twice, changing one's mind and jobs in any order all end in the same.
 */
import type { MailConfig } from '~/config/mail';
import type { Database } from '~/db';
import type { BrevoLists } from './brevo';
import { closeWish, openWish, postponeWish, type Wish, wishAgain } from './queries/lists';
import type { Outcome } from './rules';

export type ListRoom = {
  readonly database: Database;
  readonly lists: MailConfig['lists'];
  /** Null without a key: wishes to join wait for one, wishes to leave are fulfilled already. */
  readonly brevo: BrevoLists | null;
  readonly log: (message: string, error?: unknown) => void;
  readonly chance: () => number;
};

/** Makes one wish true, or says when to try again. */
export async function followWish(room: ListRoom, id: string, signal?: AbortSignal): Promise<void> {
  const wish = await room.database.systemStatement((tx) => openWish(tx, id));
  if (!wish) return;
  if (wish.list === 'contact' && wish.isWrittenTo) {
    await room.database.systemStatement((tx) => postponeWish(tx, id, LAST_LETTER));
    return;
  }
  const outcome = await ask(room, wish, signal);
  if (outcome?.is === 'later') {
    const seconds = outcome.seconds ?? (outcome.shut === 'key' ? 600 : 60 + room.chance() * 60);
    await room.database.systemStatement((tx) => postponeWish(tx, id, seconds));
    return;
  }
  if (outcome?.is === 'refused') room.log(`a contact was refused: ${outcome.reason}`);
  if (!outcome && wish.wanted) return;
  await room.database.asSystem(async (tx) => {
    await closeWish(tx, id, wish.wanted);
    if (wish.list === 'contact') await wishAgain(tx, wish.email);
  });
}

/** Seconds after which it is asked again whether the last letter has left. */
const LAST_LETTER = 30;

/** Null: there is no such list, or nobody to ask. */
async function ask({ brevo, lists }: ListRoom, wish: Wish, signal?: AbortSignal): Promise<Outcome | null> {
  if (!brevo) return null;
  if (wish.list === 'contact') return brevo.forget(wish.email, signal);
  const listId = lists[wish.list];
  if (listId === null) return null;
  return wish.wanted ? brevo.join(wish.email, listId, signal) : brevo.leave(wish.email, listId, signal);
}
