/** Posts that met an ended session, kept for their browser (C-04, C-08). */
import type { Tx } from '~/db';

/** More than an evening's worth of ended sessions; a flood is not kept. */
const KEPT_AT_MOST = 1_000;

export type PendingPost = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

/** False when there are too many already. */
export async function insertPendingPost(tx: Tx, hash: string, { path, fields }: PendingPost): Promise<boolean> {
  const stored = await tx`
    insert into auth.pending_posts (hash, path, fields)
    select ${hash}, ${path}, ${JSON.stringify(fields)}::text::jsonb
    where (select count(*) from auth.pending_posts where expires_at > now()) < ${KEPT_AT_MOST}`;
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
