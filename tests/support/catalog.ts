import postgres from 'postgres';

/** A schema in words, one line a thing, sorted: two databases with the same lines have the same schema (X02). */
export async function catalogOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const rows = await sql`
      with ours as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
      theirs as (select classid, objid from pg_depend where deptype = 'e')
      select line from (
        select format('schema %s', nspname) from ours where nspname <> 'public'
        union all
        select format('extension %s', extname) from pg_extension
        union all
        select format('%s %I.%I rls=%s forced=%s acl=%s options=%s persistence=%s', relkind, nspname, relname,
          relrowsecurity, relforcerowsecurity, array(select unnest(relacl)::text order by 1), reloptions, relpersistence)
        from pg_class c join ours on ours.oid = relnamespace where relname <> 'schemaversion' and relkind <> 'i'
        union all
        select format('column %s.%I %s null=%s default=%s identity=%s acl=%s', c.oid::regclass, attname,
          format_type(atttypid, atttypmod), not attnotnull, pg_get_expr(adbin, adrelid), attidentity, array(select unnest(attacl)::text order by 1))
        from pg_attribute a
        join pg_class c on c.oid = attrelid join ours on ours.oid = relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where attnum > 0 and not attisdropped and relkind in ('r', 'v', 'p') and relname <> 'schemaversion'
        union all
        select format('constraint %s %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid))
        from pg_constraint c join ours on ours.oid = connamespace where conrelid <> 0
          and conrelid is distinct from to_regclass('public.schemaversion')
        union all
        select pg_get_indexdef(indexrelid) from pg_index i
        join pg_class c on c.oid = indexrelid join ours on ours.oid = relnamespace
        where indrelid is distinct from to_regclass('public.schemaversion')
        union all
        select format('%s owner=%s acl=%s', pg_get_functiondef(p.oid), pg_get_userbyid(proowner), array(select unnest(proacl)::text order by 1))
        from pg_proc p join ours on ours.oid = pronamespace
        where prokind = 'f' and (('pg_proc'::regclass)::oid, p.oid) not in (select classid, objid from theirs)
        union all
        select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t where not tgisinternal
        union all
        select format('policy %s.%s.%s %s %s %s using %s check %s', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check)
        from pg_policies
        union all
        select format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid))
        from pg_class c join ours on ours.oid = relnamespace where relkind = 'v'
        union all
        select format('default acl %s %s %s %s', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, array(select unnest(defaclacl)::text order by 1))
        from pg_default_acl
      ) as things (line)
      order by line`;
    return rows.map((row) => String(row.line));
  } finally {
    await sql.end();
  }
}
