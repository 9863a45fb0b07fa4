/** What PostgreSQL says of its own tables, for a backup and its restoration. */
import type { Sql, TransactionSql } from 'postgres';
import type { TableShape } from './format';

type Asking = Sql | TransactionSql;

/** Ours, without the ledger of migrations. The queue's tables are not kept: what waits is adopted again by the worker. */
export async function tablesOf(sql: Asking): Promise<TableShape[]> {
  const rows = await sql<{ name: string; columns: string }[]>`
    select n.nspname || '.' || c.relname as name,
      json_agg(a.attname order by a.attnum) filter (where a.attgenerated = '')::text as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('public', 'auth') and c.relkind = 'r' and c.relname <> 'schemaversion'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by 1
    order by 1`;
  return rows.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) as string[] }));
}

/** Tables of which the system role would be shown a part: their backup would be one that lacks rows and says nothing. */
export async function hiddenTables(sql: Asking): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name
    from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r' and c.relrowsecurity
      and c.relname <> 'schemaversion'
      and not exists (
        select from pg_policy p
        where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
          and 'aurora_system'::regrole = any(p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true'
      )
    order by 1`;
  return rows.map(({ name }) => name);
}

export async function sequencesOf(sql: Asking): Promise<{ name: string; value: string }[]> {
  const rows = await sql<{ name: string; value: string }[]>`
    select schemaname || '.' || sequencename as name, last_value::text as value
    from pg_sequences
    where schemaname in ('public', 'auth') and last_value is not null
    order by 1`;
  return [...rows];
}

export async function schemaOf(sql: Asking): Promise<number> {
  const [row] = await sql<{ version: number }[]>`
    select coalesce(max(version), 0)::int as version from public.schemaversion`;
  return row?.version ?? 0;
}

/** `public.salons` → `"public"."salons"`. */
export const quoted = (name: string): string => name.split('.').map(word).join('.');
export const word = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Also those whose rows a trigger keeps from being removed. */
export async function emptyTables(tx: TransactionSql): Promise<void> {
  const tables = (await tablesOf(tx)).map(({ name }) => quoted(name));
  if (tables.length === 0) return;
  for (const table of tables) await tx.unsafe(`alter table ${table} disable trigger user`);
  await tx.unsafe(`truncate ${tables.join(', ')}`);
  for (const table of tables) await tx.unsafe(`alter table ${table} enable trigger user`);
}

/**
 * Takes away what would stand in the way of plain copying, and gives it back: keys to other tables are checked once at
 * the end, triggers have done their work before the backup was made, and the owner may write the rows herself.
 */
export async function openForCopy(tx: TransactionSql): Promise<() => Promise<void>> {
  const keys = await tx<{ drop: string; add: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k
    join pg_namespace n on n.oid = k.connamespace
    where contype = 'f' and n.nspname in ('public', 'auth')`;
  const tables = (await tablesOf(tx)).map(({ name }) => quoted(name));
  for (const { drop } of keys) await tx.unsafe(drop);
  for (const table of tables) await tx.unsafe(`alter table ${table} no force row level security`);
  await emptyTables(tx);
  for (const table of tables) await tx.unsafe(`alter table ${table} disable trigger user`);
  return async () => {
    for (const table of tables) {
      await tx
        .unsafe(`alter table ${table} force row level security; alter table ${table} enable trigger user`)
        .simple();
    }
    for (const { add } of keys) await tx.unsafe(add);
  };
}
