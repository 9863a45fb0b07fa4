/** Wishes about the provider's lists. */
import type { ListName } from '~/config/mail';
import type { Tx } from '~/db';
import type { WishedList } from '../rules';

/** As the system. The members' list is joined by confirming an address, the newsletter's follows its preference: neither needs this. */
export async function joinList(tx: Tx, email: string, list: ListName): Promise<void> {
  await tx`select wish_on_list(${email}::citext, ${list}, true)`;
}

/** As the system. */
export async function leaveList(tx: Tx, email: string, list: ListName): Promise<void> {
  await tx`select wish_on_list(${email}::citext, ${list}, false)`;
}

export type Wish = {
  readonly email: string;
  readonly list: WishedList;
  readonly wanted: boolean;
  /** A letter to this address has not left yet: the receipt of an erasure, before the provider forgets her. */
  readonly isWrittenTo: boolean;
};

export async function openWish(tx: Tx, id: string): Promise<Wish | null> {
  const rows = await tx<Wish[]>`
    select w.email::text as email, w.list, w.wanted,
      exists (select from outbox o where o.email = w.email and o.state = 'queued') as is_written_to
    from mail_list_wishes w
    where w.id = ${id} and w.done_at is null`;
  return rows[0] ?? null;
}

/** Unless it has become another wish meanwhile. Who has left is not kept. */
export async function closeWish(tx: Tx, id: string, wanted: boolean): Promise<void> {
  await tx`
    update mail_list_wishes
    set done_at = now()
    where id = ${id} and wanted and ${wanted}`;
  await tx`
    delete from mail_list_wishes
    where id = ${id} and not wanted and not ${wanted}`;
}

/** Who has signed up again while the provider was asked to forget her stands on no list there any more: asked once more. */
export async function wishAgain(tx: Tx, email: string): Promise<void> {
  await tx`
    update mail_list_wishes
    set wanted = wanted, done_at = null
    where email = ${email} and wanted and done_at is not null`;
}

export async function postponeWish(tx: Tx, id: string, seconds: number): Promise<void> {
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
