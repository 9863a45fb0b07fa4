/** Posts that met an ended session, kept for their browser (C-04, C-08). */
import type { Tx } from '~/db';

/** More than an evening's worth of ended sessions; a flood is not kept. */
const KEPT_AT_MOST = 1_000;

export type ParkedPost = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

/** False when there are too many already. */
export async function park(tx: Tx, hash: string, { path, fields }: ParkedPost): Promise<boolean> {
  const parked = await tx`
    insert into auth.parked_posts (hash, path, fields)
    select ${hash}, ${path}, ${JSON.stringify(fields)}::text::jsonb
    where (select count(*) from auth.parked_posts where expires_at > now()) < ${KEPT_AT_MOST}`;
  return parked.count === 1;
}

export async function parkedPost(tx: Tx, hash: string): Promise<ParkedPost | null> {
  const [found] = await tx<ParkedPost[]>`
    select path, fields
    from auth.parked_posts
    where hash = ${hash} and expires_at > now()`;
  return found ?? null;
}

export async function forgetPost(tx: Tx, hash: string): Promise<void> {
  await tx`
    delete from auth.parked_posts
    where hash = ${hash}`;
}
