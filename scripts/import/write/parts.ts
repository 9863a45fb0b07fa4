/** Rows of a plan, some thousands a statement, as the JSON that PostgreSQL takes apart. */
import type postgres from 'postgres';

export type Tx = postgres.TransactionSql;

/** Rows of one statement. */
const PART = 5_000;

export async function inParts<T>(
  tx: Tx,
  rows: readonly T[],
  write: (json: postgres.Parameter) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += PART) await write(tx.json(rows.slice(at, at + PART) as never));
}
