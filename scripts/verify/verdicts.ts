/** All checks of a database in one snapshot, as the system role: the owner, on whom row security is forced, would count nothing. */
import type { Sql } from 'postgres';
import { connect } from '../../db/connect';
import { CHECKS, type Check } from './checks';
import { CONSTRAINTS, ORPHANS, rowCounts } from './keys';

export type Verdict = { readonly name: string; readonly faults: readonly string[] };
export type Verdicts = {
  readonly verdicts: readonly Verdict[];
  readonly counts: readonly { readonly table: string; readonly count: number }[];
};

const ALL: readonly Check[] = [CONSTRAINTS, ORPHANS, ...CHECKS];

export async function verdictsOf(url: string): Promise<Verdicts> {
  const sql = connect(url, { fetch_types: false });
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx`set local role aurora_system`;
      await tx`set local search_path = public`;
      const verdicts: Verdict[] = [];
      for (const { name, faults } of ALL) verdicts.push({ name, faults: await faults(tx as unknown as Sql) });
      return { verdicts, counts: await rowCounts(tx as unknown as Sql) };
    });
  } finally {
    await sql.end();
  }
}
