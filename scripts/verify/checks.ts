/** What must hold of every database of this site (X10, X11). Each check answers with what is wrong: nothing is all well. */
import type { Sql } from 'postgres';

export type Check = { readonly name: string; faults(sql: Sql): Promise<readonly string[]> };

// X10, X11: schema, counters, plan columns, locks. Each query answers with what is wrong, so nothing is all well.
export const CHECKS: readonly Check[] = [
  {
    name: 'Colonnes des formules et des quotas',
    faults: (sql) =>
      lines(sql`
      select 'il manque profiles.' || wanted as fault
      from unnest(array['subscription_type', 'subscription_started_at', 'trial_ends_at', 'stripe_customer_id',
        'daily_chat_count', 'daily_profile_views', 'salons_created', 'salons_joined']) as wanted
      where not exists (select from pg_attribute
        where attrelid = to_regclass('public.profiles') and attname = wanted and not attisdropped)`),
  },
  {
    name: 'Sécurité des lignes sur chaque table',
    faults: (sql) =>
      lines(sql`
      select format('%s.%s : %s', nspname, relname,
        case when relrowsecurity then 'non imposée au propriétaire' else 'non activée' end) as fault
      from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname in ('public', 'auth') and relname <> 'schemaversion'
        and not (relrowsecurity and relforcerowsecurity)`),
  },
  {
    name: 'Vues aux droits de celui qui lit',
    faults: (sql) =>
      lines(sql`
      select format('%s.%s', nspname, relname) as fault
      from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind = 'v' and nspname in ('public', 'auth')
        and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false)
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`),
  },
  {
    name: 'Rôles des requêtes',
    faults: (sql) =>
      lines(sql`
      select wanted || case when rolname is null then ' n’existe pas' when rolsuper then ' est administrateur'
        when rolbypassrls then ' contourne la sécurité des lignes' else ' possède une table' end as fault
      from unnest(array['aurora_app', 'aurora_system']) as wanted
      left join pg_roles r on rolname = wanted
      where rolname is null or rolsuper or rolbypassrls
        or exists (select from pg_class where relkind in ('r', 'p') and relowner = r.oid)`),
  },
  {
    name: 'Nombre de membres des salons',
    faults: (sql) =>
      lines(sql`
      select format('salon %s : %s annoncés, %s présents', id, member_count, counted) as fault
      from salons cross join lateral (select count(*) as counted from salon_members where salon_id = salons.id) as rows
      where member_count <> counted`),
  },
  {
    name: 'Nombre de messages des salons',
    faults: (sql) =>
      lines(sql`
      select format('salon %s : %s annoncés, %s présents', id, message_count, counted) as fault
      from salons cross join lateral (
        select count(*) as counted from chat_messages where salon_id = salons.id and not is_deleted) as rows
      where message_count <> counted`),
  },
  {
    name: 'Messages du jour, par salon',
    faults: (sql) =>
      lines(sql`
      select format('salon %s : %s annoncés, %s présents', id, told, counted) as fault
      from (
        select
          id,
          case when counted_on = (now() at time zone 'Europe/Paris')::date then counted_messages else 0 end as told,
          (
            select count(*)
            from chat_messages m
            where m.salon_id = s.id and not is_deleted and m.created_at >= date_trunc('day', now(), 'Europe/Paris')
          ) as counted
        from salons s
      ) sums
      where told <> counted`),
  },
  {
    name: 'Salons créés, par membre',
    faults: (sql) =>
      lines(sql`
      select format('membre %s : %s annoncés, %s présents', id, salons_created, counted) as fault
      from profiles cross join lateral (select count(*) as counted from salons where owner_id = profiles.id) as rows
      where salons_created <> counted`),
  },
  {
    name: 'Salons rejoints, par membre',
    faults: (sql) =>
      lines(sql`
      select format('membre %s : %s annoncés, %s présents', id, salons_joined, counted) as fault
      from profiles cross join lateral (
        select count(*) as counted from salon_members where user_id = profiles.id and role <> 'owner') as rows
      where salons_joined <> counted`),
  },
  {
    name: 'Formule de chaque profil, par ses abonnements',
    faults: (sql) =>
      lines(sql`
      select format('membre %s : %s annoncée, %s payée', p.id, p.subscription_type, paid.plan) as fault
      from profiles p cross join lateral paid_plan(p.id) paid
      where p.subscription_type is distinct from paid.plan`),
  },
  {
    name: 'Un profil pour chaque compte',
    faults: (sql) =>
      lines(sql`
      select format('compte %s : sans profil', id) as fault
      from auth.users u where not exists (select from profiles p where p.id = u.id)`),
  },
  {
    name: 'Chaque salon tenu par l’un de ses membres',
    faults: (sql) =>
      lines(sql`
      select format('salon %s : son propriétaire n’en est pas membre', id) as fault
      from salons s
      where not exists (
        select from salon_members m where m.salon_id = s.id and m.user_id = s.owner_id and m.role = 'owner')`),
  },
  {
    name: 'Photos montrées',
    faults: (sql) =>
      lines(sql`
      select format('%s %s : sa photo n’est plus dans la liste', what, id) as fault
      from (
        select 'profil' as what, id, unnest(array[avatar_url, cover_url]) as address from profiles
        union all
        select 'salon', id, avatar_url from salons
      ) shown
      where address ~ '^/fichiers/'
        and not exists (select from pictures p where '/fichiers/' || p.folder || '/' || p.name = address)`),
  },
];

export async function lines(rows: PromiseLike<readonly { readonly fault?: string }[]>): Promise<string[]> {
  return (await rows).map(({ fault }) => fault ?? '');
}
