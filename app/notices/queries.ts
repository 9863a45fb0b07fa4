/** Every SQL statement of notices. The count in the header stands in the statement of the session, over the same view. */
import type { Tx } from '~/db';
import { KEPT_DAYS, type Kind, type Notice } from './rules';

/** In the viewer's transaction, the newest first. @param before the last line of the page before */
export function noticesOf(tx: Tx, before: number | null, most: number): Promise<Notice[]> {
  return tx<Notice[]>`
    select
      id, kind, said, leads_to, created_at, salon_id, salon_name, message_id, actor_id, actor_name, avatar_url, excerpt,
      is_read
    from my_notices(${before}, ${most})
    order by id desc`;
}

export async function markRead(tx: Tx, viewerId: string, id: number): Promise<void> {
  await tx`
    update notices
    set read_at = now()
    where user_id = ${viewerId} and id = ${id} and read_at is null`;
}

/** @param upTo the newest that the page has shown; null: all there are */
export async function markAllRead(tx: Tx, viewerId: string, upTo: number | null): Promise<void> {
  await tx`
    update notices
    set read_at = now()
    where user_id = ${viewerId} and read_at is null and id <= coalesce(${upTo}::bigint, id)`;
}

/** What leads to this place has been read there. */
export async function markPlaceRead(tx: Tx, viewerId: string, leadsTo: string): Promise<void> {
  await tx`
    update notices
    set read_at = now()
    where user_id = ${viewerId} and leads_to = ${leadsTo} and read_at is null`;
}

export async function refusedKinds(tx: Tx, viewerId: string): Promise<string[]> {
  const rows = await tx<{ kind: string }[]>`
    select kind
    from notice_refusals
    where user_id = ${viewerId}`;
  return rows.map(({ kind }) => kind);
}

/** Exactly these kinds are not wanted. */
export async function keepRefusals(tx: Tx, viewerId: string, kinds: readonly string[]): Promise<void> {
  await tx`
    delete from notice_refusals
    where user_id = ${viewerId}`;
  await tx`
    insert into notice_refusals (user_id, kind)
    select ${viewerId}, kind
    from unnest(${kinds as string[]}::text[]) kind`;
}

export type NewNotice = {
  readonly whom: string;
  readonly kind: Kind;
  /** What makes two calls one notice of this member. */
  readonly key: string;
  readonly actor?: string | null;
  readonly salon?: string | null;
  readonly message?: number | null;
  readonly said?: string | null;
  /** A path of ours. */
  readonly leadsTo?: string | null;
};

/** As the system role; from SQL, call `add_notice` (migration notices says what it asks). Null: there is none. */
export async function addNotice(tx: Tx, notice: NewNotice): Promise<number | null> {
  const { whom, kind, key, actor = null, salon = null, message = null, said = null, leadsTo = null } = notice;
  const [made] = await tx<{ id: number | null }[]>`
    select add_notice(${whom}, ${kind}, ${key}, ${actor}, ${salon}, ${message}, ${said}, ${leadsTo}) as id`;
  return made?.id ?? null;
}

export async function forgetOldNotices(tx: Tx): Promise<void> {
  await tx`
    delete from notices
    where created_at < now() - make_interval(days => ${KEPT_DAYS})`;
}
