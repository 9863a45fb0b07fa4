/** What PostgreSQL's own catalog knows of our schemas. */
import type postgres from 'postgres';

/** Tables, views and sequences of ours, without those of extensions. */
export function ours(sql: postgres.Sql) {
  return sql`
    select r.*, r.relnamespace::regnamespace || '.' || r.relname as name
    from pg_class r
    where r.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
      and r.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype = 'e'
      )`;
}

export function functionsOf(sql: postgres.Sql) {
  return sql`
    select p.*, p.pronamespace::regnamespace || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as signature
    from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
      )`;
}

/** A question to the catalog: the first column of every row, sorted. */
export function asking(sql: () => postgres.Sql) {
  return async (strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<string[]> => {
    const rows = await sql()(strings, ...(values as never[]));
    return rows.map((row) => String(Object.values(row)[0])).sort();
  };
}
