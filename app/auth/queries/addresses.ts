/** Changes of address that wait, are done, or are taken back (D07). */

import type { Tx } from '~/db';
import type { AddressChanges } from '../../../db/schema';
import { CONFIRM_DAYS, UNDO_DAYS } from '../rules/address';

export type Owner = { readonly id: string; readonly name: string; readonly email: string };

/** Locks the account: of two changes at once the second waits for the first. */
export async function lockedOwner(tx: Tx, userId: string): Promise<Owner | null> {
  const [found] = await tx<Owner[]>`
    select u.id, u.email, coalesce(p.full_name, 'Membre') as name
    from auth.users u
    left join profiles p on p.id = u.id
    where u.id = ${userId}
    for update of u`;
  return found ?? null;
}

export type AskedChange = { readonly newEmail: string; readonly confirmHash: string; readonly stopHash: string };

/** The question before this one is forgotten, with its links. */
export async function askChange(tx: Tx, owner: Owner, { newEmail, confirmHash, stopHash }: AskedChange): Promise<void> {
  await tx`
    insert into auth.address_changes (user_id, old_email, new_email, confirm_hash, stop_hash, expires_at)
    values (
      ${owner.id}, ${owner.email}, ${newEmail}, ${confirmHash}, ${stopHash}, now() + make_interval(days => ${CONFIRM_DAYS})
    )
    on conflict (user_id) where done_at is null do update
    set
      old_email = excluded.old_email, new_email = excluded.new_email,
      confirm_hash = excluded.confirm_hash, stop_hash = excluded.stop_hash,
      asked_at = now(), expires_at = excluded.expires_at`;
}

/** The address that a change of this member waits for. */
export async function waitingAddress(tx: Tx, userId: string): Promise<string | null> {
  const [found] = await tx<{ newEmail: string }[]>`
    select new_email
    from auth.address_changes
    where user_id = ${userId} and done_at is null and expires_at > now()`;
  return found?.newEmail ?? null;
}

export type Change = Readonly<Pick<AddressChanges, 'userId' | 'oldEmail' | 'newEmail'>>;

/** What the link in the letter to the new address is about, while it can be confirmed. */
export async function changeToConfirm(tx: Tx, confirmHash: string): Promise<Change | null> {
  const [found] = await tx<Change[]>`
    select user_id, old_email, new_email
    from auth.address_changes
    where confirm_hash = ${confirmHash} and done_at is null and expires_at > now()`;
  return found ?? null;
}

/** The same for the page behind the link, which also says that it is done. */
export async function changeByConfirmLink(tx: Tx, hash: string): Promise<{ newEmail: string; isDone: boolean } | null> {
  const [found] = await tx<{ newEmail: string; isDone: boolean }[]>`
    select new_email, done_at is not null as is_done
    from auth.address_changes
    where confirm_hash = ${hash} and (done_at is not null or expires_at > now())`;
  return found ?? null;
}

/** One press of fifty does it. */
export async function doneChange(tx: Tx, confirmHash: string, undoHash: string): Promise<Change | null> {
  const [done] = await tx<Change[]>`
    update auth.address_changes
    set done_at = now(), undo_until = now() + make_interval(days => ${UNDO_DAYS}), undo_hash = ${undoHash}
    where confirm_hash = ${confirmHash} and done_at is null and expires_at > now()
    returning user_id, old_email, new_email`;
  return done ?? null;
}

/** Whoever presses the link in a letter reads that mailbox, so the address is confirmed. False when it was another by now. */
export async function moveAccount(tx: Tx, userId: string, from: string, to: string): Promise<boolean> {
  const moved = await tx`
    update auth.users
    set email = ${to}, email_confirmed_at = now()
    where id = ${userId} and email = ${from}`;
  return moved.count === 1;
}

export type Objection = Change & Readonly<Pick<AddressChanges, 'askedAt'>> & { readonly isDone: boolean };

/** What a link in one of the letters to the old address is about, while it can be objected to. */
export async function changeToTakeBack(tx: Tx, hash: string): Promise<Objection | null> {
  const [found] = await tx<Objection[]>`
    select user_id, old_email, new_email, asked_at, done_at is not null as is_done
    from auth.address_changes
    where (stop_hash = ${hash} or undo_hash = ${hash})
      and (undo_until > now() or (done_at is null and expires_at > now()))`;
  return found ?? null;
}

/** This change and every later one of the same account, with their links; one press of fifty. */
export async function forgetChangesSince(tx: Tx, hash: string): Promise<boolean> {
  const forgotten = await tx`
    delete from auth.address_changes c
    using auth.address_changes first
    where (first.stop_hash = ${hash} or first.undo_hash = ${hash})
      and c.user_id = first.user_id
      and c.asked_at >= first.asked_at
    returning c.id`;
  return forgotten.length > 0;
}

/** The account as it was before somebody took it: its address, and nothing that this somebody may have brought along. */
export async function giveBack(tx: Tx, { userId, oldEmail, askedAt }: Objection): Promise<void> {
  await tx`
    update auth.users
    set email = ${oldEmail}, email_confirmed_at = now(), password_hash = null
    where id = ${userId}`;
  await tx`
    delete from auth.sessions
    where user_id = ${userId}`;
  await tx`
    delete from auth.tokens
    where user_id = ${userId}`;
  await tx`
    delete from auth.recovery_codes
    where user_id = ${userId}`;
  await tx`
    delete from auth.oauth_accounts
    where user_id = ${userId} and created_at >= ${askedAt}`;
}

/** Links that were sent to the mailbox of before open nothing any more. */
export async function forgetSentLinks(tx: Tx, userId: string): Promise<void> {
  await tx`
    delete from auth.tokens
    where user_id = ${userId}`;
}
