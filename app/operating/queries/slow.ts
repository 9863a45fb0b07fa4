/** The heaviest statements (Q06), where the extension pg_stat_statements is there and may be read. */
import type { Database, Tx } from '~/db';

export type SlowLine = {
  readonly statement: string;
  readonly calls: number;
  readonly mean: number;
  readonly total: number;
};

export async function slowStatements(database: Database): Promise<readonly SlowLine[] | null> {
  try {
    const [found] = await database.systemStatement(
      (tx) => tx<{ schema: string }[]>`
        select n.nspname as schema
        from pg_extension e
        join pg_namespace n on n.oid = e.extnamespace
        where e.extname = 'pg_stat_statements'`,
    );
    return found ? await database.systemStatement(heaviest) : null;
  } catch {
    return null;
  }
}

/** In milliseconds. The view is asked for by name at run time: most databases do not have it. */
async function heaviest(tx: Tx): Promise<SlowLine[]> {
  const [row] = await tx<{ lines: string }[]>`
    select coalesce(query_to_xml(
      'select left(regexp_replace(query, ''\\s+'', '' '', ''g''), 300) as statement, calls::int as calls,
        mean_exec_time as mean, total_exec_time as total
       from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
       order by total_exec_time desc limit 10', false, true, ''
    )::text, '') as lines`;
  return [...(row?.lines ?? '').matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)].map(([, body = '']) => ({
    statement: unescaped(/<statement>([\s\S]*?)<\/statement>/.exec(body)?.[1] ?? ''),
    calls: Number(/<calls>(.*?)<\/calls>/.exec(body)?.[1]),
    mean: Number(/<mean>(.*?)<\/mean>/.exec(body)?.[1]),
    total: Number(/<total>(.*?)<\/total>/.exec(body)?.[1]),
  }));
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
