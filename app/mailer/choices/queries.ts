/** Every statement on what members want to be written about (C-15). */

import type { Tx } from '~/db';
import type { MailPreferences } from '../../../db/schema';
import type { StopReason, Subscriber } from '../rules';

export type MailChoice = Readonly<Pick<MailPreferences, 'kind' | 'wanted' | 'changedAt'>>;

/** The viewer's own choices, in the order in which they are shown. */
export async function mailChoicesOf(tx: Tx, viewerId: string): Promise<MailChoice[]> {
  return tx<MailChoice[]>`
    select p.kind, p.wanted, p.changed_at
    from mail_preferences p
    join mail_kinds k on k.kind = p.kind
    where p.user_id = ${viewerId}
    order by k.place`;
}

/** In the viewer's transaction: exactly these kinds are wanted, the others are not. Unknown names change nothing. */
export async function keepMailChoices(tx: Tx, viewerId: string, wanted: readonly string[]): Promise<void> {
  await tx`
    update mail_preferences
    set wanted = kind = any(${wanted}::text[])
    where user_id = ${viewerId}
      and wanted is distinct from (kind = any(${wanted}::text[]))`;
}

export type MailTrouble = { readonly reason: StopReason; readonly stoppedAt: Date };

/** What is wrong with the viewer's own address (C-16); null when letters reach her. In the viewer's transaction. */
export async function mailTroubleOf(tx: Tx): Promise<MailTrouble | null> {
  const [trouble] = await tx<MailTrouble[]>`
    select reason, stopped_at
    from my_mail_trouble()`;
  return trouble ?? null;
}

/** As the system: the switches a letter's link shows. Null when there is nobody (any more) behind it. */
export async function choicesBehind(tx: Tx, whose: Subscriber): Promise<MailChoice[] | null> {
  if (whose.is === 'member') {
    const rows = await mailChoicesOf(tx, whose.userId);
    return rows.length > 0 ? rows : null;
  }
  return tx<MailChoice[]>`
    select k.kind, r.kind is null as wanted, coalesce(r.refused_at, now()) as changed_at
    from mail_kinds k
    left join mail_refusals r on r.kind = k.kind and r.address_hash = ${whose.addressHash}
    where k.kind = 'invitation'`;
}

/** As the system: switches one kind, or all of them (null). Doing it again changes nothing. */
export async function switchMail(tx: Tx, whose: Subscriber, kind: string | null, wanted: boolean): Promise<void> {
  if (whose.is === 'member') {
    await tx`
      update mail_preferences
      set wanted = ${wanted}, changed_by = 'letter'
      where user_id = ${whose.userId} and (${kind}::text is null or kind = ${kind}) and wanted <> ${wanted}`;
    return;
  }
  if (wanted) {
    await tx`
      delete from mail_refusals
      where address_hash = ${whose.addressHash} and (${kind}::text is null or kind = ${kind})`;
    return;
  }
  await tx`
    insert into mail_refusals (address_hash, kind)
    select ${whose.addressHash}, k.kind
    from mail_kinds k
    where ${kind}::text is null or k.kind = ${kind}
    on conflict do nothing`;
}

/** The provider says that this address wants nothing optional any more. */
export async function switchOffFor(tx: Tx, email: string): Promise<void> {
  await tx`
    update mail_preferences p
    set wanted = false, changed_by = 'complaint'
    from auth.users u
    where u.email = ${email} and p.user_id = u.id and p.wanted`;
}

/** The key that unsubscribing is sealed with; null as long as no letter has needed it. */
export async function unsubscribeSeal(tx: Tx): Promise<string | null> {
  const [row] = await tx<{ key: string }[]>`
    select key
    from auth.seals
    where name = 'unsubscribe'`;
  return row?.key ?? null;
}

/** Whoever is first makes it; the function is auth's, which owns the table. */
export async function makeUnsubscribeSeal(tx: Tx, fresh: string): Promise<void> {
  await tx`
    select auth.seal_key('unsubscribe', ${fresh})`;
}
