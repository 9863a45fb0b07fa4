/** Rows of signing in that can no longer be used. */
import type { Tx } from '~/db';

export async function deleteExpiredProofCodes(tx: Tx): Promise<void> {
  await tx`
    delete from auth.proof_codes
    where expires_at <= now()`;
}

export async function deleteExpiredSessionTransfers(tx: Tx): Promise<void> {
  await tx`
    delete from auth.session_transfers
    where expires_at <= now() - interval '1 hour'`;
}

export async function deleteExpiredArrivals(tx: Tx): Promise<void> {
  await tx`
    delete from auth.oauth_arrivals
    where expires_at <= now()`;
}

export async function deleteExpiredParkedPosts(tx: Tx): Promise<void> {
  await tx`
    delete from auth.pending_posts
    where expires_at <= now()`;
}

/** Once neither side can act on it. */
export async function deleteOldAddressChanges(tx: Tx): Promise<void> {
  await tx`
    delete from auth.address_changes
    where coalesce(undo_until, expires_at) <= now()`;
}
