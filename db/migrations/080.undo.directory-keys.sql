create or replace function public.directory_filter(letters text, town text, interest text, departement text, beyond text) returns text
  language sql immutable
  set search_path = ''
  return ' where c.is_listed and not c.is_blocked and c.full_name is not null and c.id <> auth.uid()'
    || case when letters <> '' then
      ' and public.plain(c.full_name) like ''%'' || replace(replace(replace(public.plain($1), ''\'', ''\\''), ''%'', ''\%''), ''_'', ''\_'') || ''%'''
      else '' end
    || case when town <> '' then ' and public.town_key(c.stored_city) = public.town_key($2) and c.city is not null' else '' end
    || case when interest <> '' then ' and c.stored_interests @> array[$3] and c.interests @> array[$3]' else '' end
    || case when departement <> '' then ' and c.stored_departement = $4 and c.departement is not null' else '' end
    || case when beyond <> '' then ' and public.town_key(c.stored_city) is distinct from public.town_key($5)' else '' end;

create or replace function public.find_members(
  letters text, town text, interest text, departement text, beyond text, after_key text, after_id uuid, most integer
)
  returns table (
    id uuid, full_name text, avatar_url text, bio text, city text, interests text[], created_at timestamptz,
    sort_key text
  )
  language plpgsql stable security definer rows 30
  set search_path = ''
as $$
begin
  return query execute
    'select c.id, c.full_name, c.avatar_url, c.bio, c.city, c.interests, c.created_at, public.plain(c.full_name)'
    || ' from public.member_cards c' || public.directory_filter(letters, town, interest, departement, beyond)
    || case when after_id is not null then ' and (public.plain(c.full_name), c.id) > ($6, $7)' else '' end
    || ' order by public.plain(c.full_name), c.id limit $8'
    using letters, town, interest, departement, beyond, after_key, after_id, most;
end
$$;

create or replace function public.count_members(letters text, town text, interest text, departement text, most integer)
  returns table (kind text, word text, people bigint)
  language plpgsql stable security definer rows 30
  set search_path = ''
as $$
begin
  return query execute
    'with found as (select c.interests, c.city from public.member_cards c'
    || public.directory_filter(letters, town, interest, departement, '')
    || ' limit $6), other as ('
    || case when interest = '' then 'select * from found' else
      'select c.interests, c.city from public.member_cards c' || public.directory_filter(letters, town, '', departement, '')
      || ' limit $6' end
    || ') select '''', '''', count(*) from found union all'
    || ' (select ''interest'', i, count(*) from other, unnest(interests) i group by i order by count(*) desc, i limit 30) union all'
    || ' (select ''town'', min(city), count(*) from found where city is not null'
    || ' group by public.town_key(city) order by count(*) desc, min(city) limit 12)'
    using letters, town, interest, departement, '', most;
end
$$;

drop function public.directory_keys(text, text, text, text, text);
drop index public.profiles_by_place;
drop index public.profiles_by_name;
drop index public.profiles_by_letters;
drop index public.profiles_by_city;
drop index public.profiles_by_departement;
alter table public.profiles
  drop column name_key,
  drop column town_key;
create index profiles_by_name on public.profiles (public.plain(full_name), id);
create index profiles_by_letters on public.profiles using gin (public.plain(full_name) public.gin_trgm_ops);
create index profiles_by_city on public.profiles (public.town_key(city), public.plain(full_name), id);
create index profiles_by_departement on public.profiles (departement, public.plain(full_name), id)
  where departement is not null;
