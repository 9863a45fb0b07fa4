/** Puts a plan into the database: one transaction, a few statements a table, and nothing at all when one is refused. */
import type postgres from 'postgres';
import type { Plan } from './types';
import { writeLearning } from './write/learning';
import { writePeople } from './write/people';
import { writePlay } from './write/play';
import { countSalons, writeSalons } from './write/salons';
import { writeTalk } from './write/talk';

const UNDONE = new Error('dry run');

/** @param keeps false: everything is tried, and taken back */
export async function writePlan(sql: postgres.Sql, plan: Plan, keeps: boolean): Promise<void> {
  const written = sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    await tx`select set_config('app.import', 'on', true)`;
    await writePeople(tx, plan);
    await writeSalons(tx, plan);
    await writeTalk(tx, plan);
    await writeLearning(tx, plan);
    await writePlay(tx, plan);
    await countSalons(tx, plan);
    if (!keeps) throw UNDONE;
    await goOnAfter(tx);
  });
  await written.catch((error) => {
    if (error !== UNDONE) throw error;
  });
}

/** The next message's id. A sequence is its owner's to set, who sees no rows (docs/decisions/008). */
async function goOnAfter(tx: postgres.TransactionSql): Promise<void> {
  const [row] = await tx<{ last: string | null }[]>`select max(id) as last from public.chat_messages`;
  await tx`reset role`;
  if (row?.last) await tx`select setval(pg_get_serial_sequence('public.chat_messages', 'id'), ${row.last})`;
}
