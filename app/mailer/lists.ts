/**
 * Brevo's three contact lists (M08): how they should be stands in rows, a job makes them so. A row is the newest wish,
 * so that asking twice, changing one's mind and jobs in any order all end in the same.
 */
import type { ListName, MailConfig } from '~/config/mail';
import type { Database, Tx } from '~/db';
import type { BrevoLists } from './brevo';
import type { Outcome, WishedList } from './rules';

/** As the system. The members' list is joined by confirming an address, the newsletter's follows its preference: neither needs this. */
export async function joinList(tx: Tx, email: string, list: ListName): Promise<void> {
  await tx`select wish_on_list(${email}::citext, ${list}, true)`;
}

/** As the system. */
export async function leaveList(tx: Tx, email: string, list: ListName): Promise<void> {
  await tx`select wish_on_list(${email}::citext, ${list}, false)`;
}

type Wish = { readonly email: string; readonly list: WishedList; readonly wanted: boolean };

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
  const outcome = await ask(room, wish, signal);
  if (outcome?.is === 'later') {
    const seconds = outcome.seconds ?? (outcome.shut === 'key' ? 600 : 60 + room.chance() * 60);
    await room.database.systemStatement((tx) => postponeWish(tx, id, seconds));
    return;
  }
  if (outcome?.is === 'refused') room.log(`a contact was refused: ${outcome.reason}`);
  if (outcome || !wish.wanted) await room.database.asSystem((tx) => closeWish(tx, id, wish.wanted));
}

/** Null: there is no such list, or nobody to ask. */
async function ask({ brevo, lists }: ListRoom, wish: Wish, signal?: AbortSignal): Promise<Outcome | null> {
  if (!brevo) return null;
  if (wish.list === 'contact') return brevo.forget(wish.email, signal);
  const listId = lists[wish.list];
  if (listId === null) return null;
  return wish.wanted ? brevo.join(wish.email, listId, signal) : brevo.leave(wish.email, listId, signal);
}

async function openWish(tx: Tx, id: string): Promise<Wish | null> {
  const rows = await tx<Wish[]>`
    select email::text as email, list, wanted
    from mail_list_wishes
    where id = ${id} and done_at is null`;
  return rows[0] ?? null;
}

/** Unless it has become another wish meanwhile. Who has left is not kept. */
async function closeWish(tx: Tx, id: string, wanted: boolean): Promise<void> {
  await tx`
    update mail_list_wishes
    set done_at = now()
    where id = ${id} and wanted and ${wanted}`;
  await tx`
    delete from mail_list_wishes
    where id = ${id} and not wanted and not ${wanted}`;
}

async function postponeWish(tx: Tx, id: string, seconds: number): Promise<void> {
  await tx`
    select queue_job('contact', json_build_object('id', id), 'contact:' || id, now() + make_interval(secs => ${seconds}), 20)
    from mail_list_wishes
    where id = ${id} and done_at is null`;
}

/** Wishes from before there was a worker; those to join also from before there was a key. */
export async function adoptWishes(tx: Tx, hasKey: boolean): Promise<void> {
  await tx`
    select queue_job('contact', json_build_object('id', w.id), 'contact:' || w.id, now(), 20)
    from mail_list_wishes w
    where w.done_at is null
      and (${hasKey} or not w.wanted)
      and not exists (
        select from graphile_worker.jobs j where j.key = 'contact:' || w.id and j.attempts < j.max_attempts
      )`;
}
