/** What one page asks of the database, read from PostgreSQL's own log. */
import postgres from 'postgres';
import { pause } from './rounds';

/** Sent by the site for itself, now and then, and by this file. */
const HOUSEKEEPING = /pg_notify|graphile_worker|check_inactive_users|pg_stat_file|pg_read_file/;

/** @returns every statement that `work` caused, in order, as its first line */
export async function statementsOf(url: string, work: () => Promise<unknown>): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const size = async () => {
    const [row] = await sql<{ size: string }[]>`select size from pg_stat_file(pg_current_logfile())`;
    return Number(row?.size ?? 0);
  };
  try {
    await sql`alter system set log_statement = 'all'`;
    await sql`select pg_reload_conf()`;
    await pause(500);
    const from = await size();
    await work();
    await pause(500);
    const to = await size();
    await sql`alter system reset log_statement`;
    await sql`select pg_reload_conf()`;
    const [log] = await sql<{ text: string }[]>`
      select pg_read_file(pg_current_logfile(), ${from}, ${to - from}) as text`;
    return [...(log?.text ?? '').matchAll(/LOG: {2}(?:statement|execute [^:]*): ((?:.|\n\t)*)/g)]
      .map(([, statement = '']) => statement.replace(/\s+/g, ' ').trim())
      .filter((statement) => !HOUSEKEEPING.test(statement));
  } finally {
    await sql.end();
  }
}
