/** A transaction that knows who is asking, on one lease. */
import type postgres from 'postgres';
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
 * Begin, identity, statement and commit leave together, in this order. A statement that fails leaves the transaction
 * failed, and the COMMIT behind it is answered with ROLLBACK: nothing of it stands.
 */
export async function atOnce<T extends readonly postgres.MaybeRow[]>(
  lease: Lease,
  viewerId: string,
  statement: (tx: Tx) => postgres.PendingQuery<T>,
): Promise<postgres.RowList<T>> {
  const tx = lease.handle;
  const [begun, named, answered, closed] = await Promise.allSettled([
    tx`begin`.execute(),
    tx`select set_config('app.user_id', ${viewerId}, true)`.execute(),
    statement(tx).execute(),
    tx`commit`.execute(),
  ]);
  const lost = [begun, named, closed].find((outcome) => outcome.status === 'rejected');
  if (lost) {
    lease.discard();
    throw lost.reason;
  }
  if (answered.status === 'rejected') throw answered.reason;
  if (closed.status === 'fulfilled' && closed.value.command === 'COMMIT') return answered.value;
  throw new AppError('unavailable', 'rolled back', 5);
}
