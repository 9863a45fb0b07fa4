drop trigger profiles_place_member on public.profiles;
drop function public.place_member();
drop function public.departement_of(text, text);
drop function public.departement_of_code(text);
drop index public.towns_departement_idx;
drop function public.count_members(text, text, text, text, integer);
drop function public.find_members(text, text, text, text, text, text, uuid, integer);
drop function public.directory_filter(text, text, text, text, text);
drop function public.members_met_in(uuid);
drop function public.member_card(uuid);
drop view public.member_cards;
drop index public.profiles_by_departement;
drop index public.profiles_by_city;
alter table public.profiles
  drop constraint profiles_departement_known,
  drop constraint profiles_postal_code_form,
  drop column departement,
  drop column postal_code;
create index profiles_by_city on public.profiles (public.plain(city), public.plain(full_name), id);
create view public.member_cards with (security_invoker = true) as
select
  p.id, p.full_name, p.avatar_url, p.cover_url, p.app_role, p.created_at, p.is_listed,
  case when p.bio_shown_to = 'tous' or seen.is_me or (p.bio_shown_to = 'salons' and seen.is_close) then p.bio end as bio,
  case when p.city_shown_to = 'tous' or seen.is_me or (p.city_shown_to = 'salons' and seen.is_close) then p.city end as city,
  case
    when p.interests_shown_to = 'tous' or seen.is_me or (p.interests_shown_to = 'salons' and seen.is_close)
      then p.interests
    else '{}'
  end as interests,
  exists (select from public.blocks b where b.blocker_id = auth.uid() and b.blocked_id = p.id) as is_blocked,
  p.city as stored_city, p.interests as stored_interests
from public.profiles p
cross join lateral (
  select
    p.id = auth.uid() as is_me,
    exists (
      select
      from public.salon_members hers
      where hers.user_id = p.id
        and hers.salon_id in (select mine.salon_id from public.salon_members mine where mine.user_id = auth.uid())
    ) as is_close
) seen
where auth.uid() is not null
  and not exists (select from public.blocks b where b.blocker_id = p.id and b.blocked_id = auth.uid());
grant select on public.member_cards to aurora_system;
create function public.member_card(shown uuid)
  returns table (
    id uuid, full_name text, avatar_url text, cover_url text, app_role text, created_at timestamptz, bio text, city text,
    interests text[], is_blocked boolean, status text, last_seen_at timestamptz
  )
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select
      c.id, c.full_name, c.avatar_url, c.cover_url, c.app_role, c.created_at, c.bio, c.city, c.interests, c.is_blocked,
      s.status, s.last_seen_at
    from public.member_cards c
    join public.member_presence s on s.id = c.id
    where c.id = shown;
  end;
create function public.towns_of_members(salon uuid) returns table (id uuid, city text)
  language sql stable security definer rows 100
  set search_path = ''
  begin atomic
    select c.id, c.city
    from public.salon_members m
    join public.member_cards c on c.id = m.user_id
    where m.salon_id = salon
      and c.city is not null
      and exists (select from public.salon_members me where me.salon_id = salon and me.user_id = auth.uid());
  end;
create function public.directory_filter(letters text, town text, interest text) returns text
  language sql immutable
  set search_path = ''
  return ' where c.is_listed and not c.is_blocked and c.full_name is not null and c.id <> auth.uid()'
    || case when letters <> '' then
      ' and public.plain(c.full_name) like ''%'' || replace(replace(replace(public.plain($1), ''\'', ''\\''), ''%'', ''\%''), ''_'', ''\_'') || ''%'''
      else '' end
    || case when town <> '' then ' and public.plain(c.stored_city) = public.plain($2) and c.city is not null' else '' end
    || case when interest <> '' then ' and c.stored_interests @> array[$3] and c.interests @> array[$3]' else '' end;
create function public.find_members(
  letters text, town text, interest text, after_key text, after_id uuid, most integer
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
    || ' from public.member_cards c' || public.directory_filter(letters, town, interest)
    || case when after_id is not null then ' and (public.plain(c.full_name), c.id) > ($4, $5)' else '' end
    || ' order by public.plain(c.full_name), c.id limit $6'
    using letters, town, interest, after_key, after_id, most;
end
$$;
create function public.count_members(letters text, town text, interest text, most integer)
  returns table (word text, people bigint)
  language plpgsql stable security definer rows 30
  set search_path = ''
as $$
begin
  return query execute
    'with found as (select c.interests from public.member_cards c'
    || public.directory_filter(letters, town, interest)
    || ' limit $4) select '''', count(*) from found union all'
    || ' (select i, count(*) from found, unnest(interests) i group by i order by count(*) desc, i limit 30)'
    using letters, town, interest, most;
end
$$;
grant create on schema public to aurora_system;
alter function public.member_card(uuid) owner to aurora_system;
alter function public.towns_of_members(uuid) owner to aurora_system;
alter function public.directory_filter(text, text, text) owner to aurora_system;
alter function public.find_members(text, text, text, text, uuid, integer) owner to aurora_system;
alter function public.count_members(text, text, text, integer) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.member_card(uuid), public.towns_of_members(uuid), public.directory_filter(text, text, text),
  public.find_members(text, text, text, text, uuid, integer), public.count_members(text, text, text, integer)
from public;
grant execute on function
  public.member_card(uuid), public.towns_of_members(uuid),
  public.find_members(text, text, text, text, uuid, integer), public.count_members(text, text, text, integer)
to aurora_app;
grant execute on function public.directory_filter(text, text, text) to aurora_system;
