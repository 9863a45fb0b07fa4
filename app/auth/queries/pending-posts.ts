/** Posts that met an ended session, kept for their browser (C-04, C-08). */
import type { Tx } from '~/db';

/** Of one sender, newest kept: one address cannot use up the place of others. */
const POSTS_A_SENDER = 20;
const BYTES_A_SENDER = 1_000_000;
/** Of all senders together. */
const BYTES_IN_ALL = 200_000_000;

export type PendingPost = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

/**
 * The oldest posts of the same sender make room. False when all senders together keep too much.
 * @param sender hash of the address that it came from
 */
export async function insertPendingPost(
  tx: Tx,
  hash: string,
  sender: string,
  { path, fields }: PendingPost,
): Promise<boolean> {
  const stored = await tx`
    with mine as (
      select
        p.hash,
        row_number() over newest as place,
        sum(octet_length(p.fields::text)) over newest as bytes
      from auth.pending_posts p
      where p.sender = ${sender}
      window newest as (order by p.created_at desc, p.hash)
    ), dropped as (
      delete from auth.pending_posts
      where hash in (select m.hash from mine m where m.place >= ${POSTS_A_SENDER} or m.bytes > ${BYTES_A_SENDER})
    )
    insert into auth.pending_posts (hash, sender, path, fields)
    select ${hash}, ${sender}, ${path}, ${JSON.stringify(fields)}::text::jsonb
    where (
        select coalesce(sum(octet_length(fields::text)), 0)
        from auth.pending_posts
        where expires_at > now()
      ) < ${BYTES_IN_ALL}`;
  return stored.count === 1;
}

export async function findPendingPost(tx: Tx, hash: string): Promise<PendingPost | null> {
  const [found] = await tx<PendingPost[]>`
    select path, fields
    from auth.pending_posts
    where hash = ${hash} and expires_at > now()`;
  return found ?? null;
}

export async function forgetPost(tx: Tx, hash: string): Promise<void> {
  await tx`
    delete from auth.pending_posts
    where hash = ${hash}`;
}
