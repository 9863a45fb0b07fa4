/** Where words of a person may still stand: every table, the queue, and the files of a folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';

/** Names of tables and files that hold one of these words. @param sql as the server's administrator */
export async function tracesOf(sql: postgres.Sql, words: readonly string[], folders: readonly string[] = []) {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', nspname, relname) as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p') and nspname in ('public', 'auth', 'graphile_worker')
    order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select t::text as row from ${name} t`);
    if (rows.some(({ row }) => holds(String(row), words))) found.push(name);
  }
  return [...found, ...folders.flatMap((folder) => filesWith(folder, words))];
}

export function holds(text: string, words: readonly string[]): boolean {
  const plain = text.toLowerCase();
  return words.some((word) => plain.includes(word.toLowerCase()));
}

function filesWith(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = path.join(folder, name);
    return statSync(file).isFile() && holds(`${name}\n${readFileSync(file, 'latin1')}`, words);
  });
}
