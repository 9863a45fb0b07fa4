/** U17: no look of the staff into something private without a line that its member can read. */
import type { Tx } from '~/db';
import type { Look } from './rules';

/** In the transaction that looks: what was not written down was not shown. */
export async function noteLook(tx: Tx, actorId: string, subjectId: string, look: Look): Promise<void> {
  await tx`
    insert into audit_log (actor_id, subject_id, action)
    values (${actorId}, ${subjectId}, ${look})`;
}

export type JournalLine = { readonly id: number; readonly at: Date; readonly action: Look };

/** In the member's transaction: who of the staff it was is not said. The newest hundred. */
export async function looksAt(tx: Tx, viewerId: string): Promise<JournalLine[]> {
  return tx<JournalLine[]>`
    select id, at, action
    from audit_log
    where subject_id = ${viewerId}
    order by at desc, id desc
    limit 100`;
}
