/** Blocking. With the asker's own rights. */
import type { Tx } from '~/db';

export type BlockedMember = { readonly id: string; readonly name: string; readonly avatarUrl: string | null };

export async function blockedMembers(tx: Tx): Promise<readonly BlockedMember[]> {
  return tx<BlockedMember[]>`
    select p.id, coalesce(p.full_name, 'Membre') as name, p.avatar_url
    from blocks b
    join profiles p on p.id = b.blocked_id
    order by b.created_at desc, p.id
    limit 500`;
}

export async function block(tx: Tx, viewerId: string, memberId: string): Promise<void> {
  await tx`
    insert into blocks (blocker_id, blocked_id)
    values (${viewerId}, ${memberId})
    on conflict do nothing`;
}

export async function unblock(tx: Tx, viewerId: string, memberId: string): Promise<void> {
  await tx`
    delete from blocks
    where blocker_id = ${viewerId}
      and blocked_id = ${memberId}`;
}
