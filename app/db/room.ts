/** Whether PostgreSQL still finds room on its disk. */
import type { Tx } from './tx';

/**
 * Makes PostgreSQL write some 70 KB into a temporary file and take it away again: what is sorted or kept beyond
 * `work_mem` goes to the disk. No table is touched, no right is needed, and it takes about 1 ms. A new row would prove
 * less: it may find its place on a page that is there already.
 * Fails with 53100 where the disk is full, with 53400 where an operator's limit of temporary files is reached.
 */
export async function writeOnDisk(tx: Tx): Promise<void> {
  await tx`select set_config('work_mem', '64kB', true)`;
  await tx`select count(*) from generate_series(1, 5000)`;
}
