-- R02: the directory of a hundred thousand members in the time of a hundred and fifty. Names and towns as they are sought
-- are stored: computed for each row that a search goes through, they cost more than all the rest of it.
alter table public.profiles
  add column name_key text generated always as (public.plain(full_name)) stored,
  add column town_key text generated always as (public.town_key(city)) stored,
  -- Letters such as « ß » become two.
  add constraint profiles_keys_length check (char_length(name_key) <= 400 and char_length(town_key) <= 400);

drop index public.profiles_by_name;
drop index public.profiles_by_letters;
drop index public.profiles_by_city;
drop index public.profiles_by_departement;
create index profiles_by_name on public.profiles (name_key, id);
create index profiles_by_letters on public.profiles using gin (name_key public.gin_trgm_ops);
create index profiles_by_city on public.profiles (town_key, name_key, id);
create index profiles_by_departement on public.profiles (departement, name_key, id) where departement is not null;

-- For those of a département outside a town.
create index profiles_by_place on public.profiles (departement, town_key) where departement is not null;

-- What is sought, as SQL over profiles k: only what was asked for, so that an index can serve it. Fewer than three letters
-- are the beginning of a word: no index knows where two letters stand within one.
-- $1 letters of the name, $2 town, $3 interest, $4 département, $5 a town that is left out.
create function public.directory_keys(letters text, town text, interest text, departement text, beyond text) returns text
  language sql immutable
  set search_path = ''
  return ' where k.is_listed and k.full_name is not null and k.id <> auth.uid()'
    || (
      select coalesce(' and (' || string_agg('k.name_key like ' || quote_literal(beginning || pattern || '%'), ' or ') || ')', '')
      from (
        select replace(replace(replace(public.plain(letters), '\', '\\'), '%', '\%'), '_', '\_') as pattern
        where letters <> ''
      ) typed
      cross join unnest(
        case when char_length(public.plain(letters)) < 3 then array['', '% ', '%-'] else array['%'] end
      ) beginning
    )
    || case when town <> '' then ' and k.town_key = public.town_key($2)' else '' end
    || case when interest <> '' then ' and k.interests @> array[$3]' else '' end
    || case when departement <> '' then ' and k.departement = $4' else '' end
    || case when beyond <> '' then
      ' and (k.town_key < public.town_key($5) or k.town_key > public.town_key($5) or k.town_key is null)'
      else '' end;

-- The same of those alone whom the asker may see, with their member_cards c. What c hides is empty there: asked that way,
-- PostgreSQL guesses well how many are left.
create or replace function public.directory_filter(letters text, town text, interest text, departement text, beyond text)
  returns text
  language sql immutable
  set search_path = ''
  return ' from public.profiles k join public.member_cards c on c.id = k.id'
    || public.directory_keys(letters, town, interest, departement, beyond)
    || ' and not c.is_blocked'
    || case when town <> '' then ' and c.city is not null' else '' end
    || case when interest <> '' then ' and cardinality(c.interests) > 0' else '' end
    || case when departement <> '' then ' and c.departement is not null' else '' end;

-- What many have is found soonest by going through the names in their order; what few have, by its own index. How many
-- have it is asked first, up to where the answer no longer matters: the statistics know nothing of a word that is rare,
-- and nothing is sought here without an index.
create or replace function public.find_members(
  letters text, town text, interest text, departement text, beyond text, after_key text, after_id uuid, most integer
)
  returns table (
    id uuid, full_name text, avatar_url text, bio text, city text, interests text[], created_at timestamptz,
    sort_key text
  )
  language plpgsql stable security definer rows 30
  set search_path = ''
  set enable_seqscan = off
  set max_parallel_workers_per_gather = 0
as $$
declare
  is_rare boolean := false;
begin
  if letters <> '' or interest <> '' or beyond <> '' then
    execute 'select count(*) < 3000 from (select from public.profiles k'
      || public.directory_keys(letters, '', interest, case when beyond <> '' then departement else '' end, beyond)
      || ' limit 3000) sought'
      into is_rare
      using letters, town, interest, departement, beyond;
  end if;
  return query execute
    'select c.id, c.full_name, c.avatar_url, c.bio, c.city, c.interests, c.created_at, k.name_key'
    || public.directory_filter(letters, town, interest, departement, beyond)
    || case when after_id is not null then ' and (k.name_key, k.id) > ($6, $7)' else '' end
    || ' order by k.name_key' || case when is_rare then ' || ''''' else '' end || ', k.id limit $8'
    using letters, town, interest, departement, beyond, after_key, after_id, most;
end
$$;

create or replace function public.count_members(letters text, town text, interest text, departement text, most integer)
  returns table (kind text, word text, people bigint)
  language plpgsql stable security definer rows 30
  set search_path = ''
  set enable_mergejoin = off
  set max_parallel_workers_per_gather = 0
as $$
begin
  return query execute
    'with found as (select c.interests, c.city, k.town_key'
    || public.directory_filter(letters, town, interest, departement, '')
    || ' limit $6), other as ('
    || case when interest = '' then 'select * from found' else
      'select c.interests, c.city, k.town_key' || public.directory_filter(letters, town, '', departement, '')
      || ' limit $6' end
    || ') select '''', '''', count(*) from found union all'
    || ' (select ''interest'', i, count(*) from other, unnest(interests) i group by i order by count(*) desc, i limit 30) union all'
    || ' (select ''town'', min(city), count(*) from found where city is not null'
    || ' group by town_key order by count(*) desc, min(city) limit 12)'
    using letters, town, interest, departement, '', most;
end
$$;

grant create on schema public to aurora_system;
alter function public.directory_keys(text, text, text, text, text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.directory_keys(text, text, text, text, text) from public;
grant execute on function public.directory_keys(text, text, text, text, text) to aurora_system;
