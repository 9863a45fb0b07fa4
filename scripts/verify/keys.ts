/**
 * Constraints and rows without what they refer to (X10). PostgreSQL keeps them itself, unless somebody has switched that off: a
 * restore with disabled triggers, a repair by hand. So every key is asked again, by the catalog and not by a list.
 */
import type { Sql } from 'postgres';
import { type Check, lines } from './checks';

export const CONSTRAINTS: Check = {
  name: 'Contraintes',
  faults: (sql) =>
    lines(sql`
      select conrelid::regclass || ' : « ' || conname || ' » n’a pas été vérifiée sur toutes les lignes' as fault
      from pg_constraint where not convalidated
      union all
      select tgrelid::regclass || ' : le déclencheur « ' || tgname || ' » est arrêté'
      from pg_trigger t join pg_class c on c.oid = tgrelid
      where tgenabled = 'D' and c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace)`),
};

export const ORPHANS: Check = {
  name: 'Lignes orphelines',
  async faults(sql) {
    const found: string[] = [];
    for (const { name, text } of await foreignKeys(sql)) {
      const [row] = await sql.unsafe<{ count: number }[]>(text);
      if (row && row.count > 0) found.push(`${name} : ${row.count} lignes renvoient à une ligne qui n’existe pas`);
    }
    return found;
  },
};

/** One statement for each key; the names come from the catalog, quoted by it. */
function foreignKeys(sql: Sql): Promise<readonly { readonly name: string; readonly text: string }[]> {
  return sql<{ name: string; text: string }[]>`
    select
      format('%s (%s)', k.conrelid::regclass, k.conname) as name,
      format(
        'select count(*)::int as count from %s r where %s and not exists (select from %s t where %s)',
        k.conrelid::regclass, string_agg(format('r.%I is not null', a.attname), ' and '),
        k.confrelid::regclass, string_agg(format('t.%I = r.%I', f.attname, a.attname), ' and ')
      ) as text
    from pg_constraint k
    cross join unnest(k.conkey, k.confkey) as pair (own, other)
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
    join pg_attribute f on f.attrelid = k.confrelid and f.attnum = pair.other
    where k.contype = 'f' and k.connamespace in ('public'::regnamespace, 'auth'::regnamespace)
    group by k.oid, k.conrelid, k.conname, k.confrelid
    order by 1`;
}

/** Rows of every table that has some. */
export async function rowCounts(sql: Sql): Promise<readonly { readonly table: string; readonly count: number }[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p') and nspname in ('public', 'auth')
      and has_table_privilege(pg_class.oid, 'select')
    order by 1`;
  const counts: { table: string; count: number }[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${name}`);
    if (row && row.count > 0) counts.push({ table: name.replace(/^public\./, ''), count: row.count });
  }
  return counts;
}
