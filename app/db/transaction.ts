/** A transaction that knows who is asking, on one lease. */
import { AppError } from '~/errors';
import type { Lease } from './lease';
import type { Tx } from './tx';

/** `undefined`: a system transaction, which carries no identity. The identity ends with the transaction. */
export async function transaction<T>(
  lease: Lease,
  viewerId: string | null | undefined,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx = lease.handle;
  // Sent together with the first statement of `work`: no round trip is spent on opening.
  const opening = Promise.all([
    tx`begin`,
    viewerId === undefined ? null : tx`select set_config('app.user_id', ${viewerId ?? ''}, true)`,
  ]);
  opening.catch(() => {});
  try {
    const result = await work(tx);
    await opening;
    const answer = await tx`commit`;
    // A transaction that had failed unnoticed answers ROLLBACK to COMMIT.
    if (answer.command !== 'COMMIT') throw new AppError('unavailable', 'rolled back', 5);
    return result;
  } catch (error) {
    await tx`rollback`.catch(() => lease.discard());
    throw error;
  }
}

/**
 * Who asks, as the front of a statement that is its own transaction (`viewerStatement`): one row with her id, whose making
 * sets the identity until that transaction ends. It is made first only if all that needs the identity depends on it:
 *
 *     from (${asking(tx, viewerId)}) me
 *     cross join lateral (select … where m.user_id = me.id … offset 0) mine
 *
 * `offset 0` keeps the planner from taking the parts out of their order. What is asked too early is asked by nobody, who
 * sees no rows: a mistake shows nothing to anybody (docs/decisions/045).
 */
export function asking(tx: Tx, viewerId: string) {
  return tx`select set_config('app.user_id', ${viewerId}, true)::uuid as id offset 0`;
}
