/** The plans that PostgreSQL made for what it was asked, functions included, from its own log (auto_explain). */
import postgres from 'postgres';
import { pause } from './rounds';

/**
 * @param work is given what says which of its parts begins; its connections must be opened in it
 * @returns by part, all its plans as one text
 */
export async function plansOf(
  url: string,
  work: (mark: (part: string) => Promise<void>) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const size = async () => {
    const [row] = await sql<{ size: string }[]>`select size from pg_stat_file(pg_current_logfile())`;
    return Number(row?.size ?? 0);
  };
  const set = async (name: string, value: string | null) => {
    await sql.unsafe(value === null ? `alter system reset ${name}` : `alter system set ${name} = '${value}'`);
  };
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_nested_statements': 'on',
  };
  const marks: [part: string, at: number][] = [];
  try {
    await sql`load 'auto_explain'`;
    for (const [name, value] of Object.entries(settings)) await set(name, value);
    await sql`select pg_reload_conf()`;
    await pause(500);
    await work(async (part) => void marks.push([part, await size()]));
    await pause(500);
    const end = await size();
    for (const name of Object.keys(settings)) await set(name, null);
    await sql`select pg_reload_conf()`;
    const found = new Map<string, string>();
    for (const [n, [part, from]] of marks.entries()) {
      const to = marks[n + 1]?.[1] ?? end;
      const [log] = await sql<
        { text: string }[]
      >`select pg_read_file(pg_current_logfile(), ${from}, ${to - from}) as text`;
      found.set(part, log?.text ?? '');
    }
    return found;
  } finally {
    await sql.end();
  }
}
