/** Every statement on erasures. They run as the system role. */
import type { Credential } from '~/certificates/rules';
import type { Tx } from '~/db';
import type { ErasureReceipts, Erasures } from '../../../db/schema';

export type Asked = Readonly<
  Pick<Erasures, 'reference' | 'keepsMessages' | 'keepsCertificates' | 'askedAt' | 'dueAt' | 'isHeld'>
>;

export async function erasureOf(tx: Tx, userId: string): Promise<Asked | null> {
  const [found] = await tx<Asked[]>`
    select reference, keeps_messages, keeps_certificates, asked_at, due_at, is_held
    from erasures
    where user_id = ${userId}`;
  return found ?? null;
}

export type NewErasure = Pick<Asked, 'reference' | 'keepsMessages' | 'keepsCertificates' | 'dueAt'>;

/**
 * Asked twice, it is one erasure: with the newest choice, and due on the earlier day.
 * @returns what stands now, and whether it is new
 */
export async function askErasure(tx: Tx, userId: string, asked: NewErasure): Promise<Asked & { isNew: boolean }> {
  const { reference, keepsMessages, keepsCertificates, dueAt } = asked;
  const [row] = await tx<(Asked & { isNew: boolean })[]>`
    insert into erasures as e (user_id, reference, keeps_messages, keeps_certificates, due_at)
    values (${userId}, ${reference}, ${keepsMessages}, ${keepsCertificates}, greatest(${dueAt}, now()))
    on conflict (user_id) do update
    set keeps_messages = excluded.keeps_messages, keeps_certificates = excluded.keeps_certificates,
      due_at = least(e.due_at, excluded.due_at)
    returning reference, keeps_messages, keeps_certificates, asked_at, due_at, is_held, xmax = 0 as is_new`;
  if (!row) throw new Error('an insert without a row');
  return row;
}

/** @returns false when there is nothing to take back any more: it is being carried out */
export async function withdrawErasure(tx: Tx, userId: string): Promise<boolean> {
  const gone = await tx`
    delete from erasures
    where user_id = ${userId}
      and (due_at > now() or is_held)`;
  return gone.count > 0;
}

export type Leaver = Asked & { readonly email: string; readonly name: string };

/** Whose time has come, locked: of two who carry it out at once the second finds nothing. */
export async function dueErasure(tx: Tx, userId: string): Promise<Leaver | null> {
  const [found] = await tx<Leaver[]>`
    select e.reference, e.keeps_messages, e.keeps_certificates, e.asked_at, e.due_at, e.is_held, u.email,
      coalesce(p.full_name, '') as name
    from erasures e
    join auth.users u on u.id = e.user_id
    left join profiles p on p.id = e.user_id
    where e.user_id = ${userId}
      and e.due_at <= now()
    for update of e`;
  return found ?? null;
}

/** Tried again a day later, when somebody may have taken her place. */
export async function holdErasure(tx: Tx, userId: string): Promise<void> {
  await tx`
    with held as (
      update erasures
      set is_held = true
      where user_id = ${userId}
      returning user_id
    )
    select queue_job('erase', json_build_object('id', user_id), 'erase:' || user_id, now() + interval '1 day', 0)
    from held`;
}

/** Due, and without a job: from before the first worker, or given up by it after many tries. */
export async function adoptErasures(tx: Tx): Promise<void> {
  await tx`
    select queue_job('erase', json_build_object('id', e.user_id), 'erase:' || e.user_id, e.due_at, 0)
    from erasures e
    where not exists (
      select from graphile_worker.jobs j where j.key = 'erase:' || e.user_id and j.attempts < j.max_attempts
    )`;
}

export type Receipt = Readonly<
  Pick<ErasureReceipts, 'reference' | 'keepsMessages' | 'keepsCertificates' | 'erasedAt' | 'backupsUntil'>
> & { readonly receipt: Credential };

export async function insertReceipt(tx: Tx, userId: string, row: Receipt): Promise<void> {
  const { reference, keepsMessages, keepsCertificates, erasedAt, backupsUntil, receipt } = row;
  await tx`
    insert into erasure_receipts
      (reference, user_id, keeps_messages, keeps_certificates, erased_at, backups_until, receipt)
    values (${reference}, ${userId}, ${keepsMessages}, ${keepsCertificates}, ${erasedAt}, ${backupsUntil},
      ${JSON.stringify(receipt)}::text::json)
    on conflict (reference) do nothing`;
}

export async function receiptOf(tx: Tx, reference: string): Promise<Receipt | null> {
  const [found] = await tx<Receipt[]>`
    select reference, keeps_messages, keeps_certificates, erased_at, backups_until, receipt
    from erasure_receipts
    where reference = ${reference}`;
  return found ?? null;
}

/** When the last backup with her rows is gone, nobody has to be erased again: the id goes too. */
export async function forgetTombstones(tx: Tx): Promise<void> {
  await tx`
    update erasure_receipts
    set user_id = null
    where user_id is not null
      and backups_until < now()`;
}

/** Accounts of a backup that had been erased after it was made. */
export async function accountsAmong(tx: Tx, ids: readonly string[]): Promise<readonly { id: string; email: string }[]> {
  return tx<{ id: string; email: string }[]>`
    select id, email
    from auth.users
    where id = any(${ids as string[]}::uuid[])
    order by id`;
}
