-- D06: « près de chez vous » is the same town, then the same département; filters with counts; R08: a block hides on both sides.

alter table public.profiles
  -- Tells towns of one name apart; shown to nobody.
  add column postal_code text,
  add column departement text,
  add constraint profiles_postal_code_form check (postal_code ~ '^\d{5}$'),
  add constraint profiles_departement_known check (departement ~ '^(\d\d|2[AB]|9[78]\d)$');
grant update (postal_code) on public.profiles to aurora_app;

-- What the first signs of a postal code say; null where no département has them.
create function public.departement_of_code(code text) returns text
  language sql stable
  set search_path = ''
  return (
    select t.departement
    from public.towns t
    where t.departement = case
      when code between '20000' and '20199' then '2A'
      when code between '20200' and '20999' then '2B'
      when code >= '97000' then left(code, 3)
      else left(code, 2)
    end
    limit 1
  );
grant execute on function public.departement_of_code(text) to aurora_app, aurora_system;

-- By the town's name, the code choosing among towns of one name: a few towns have the code of a neighbouring
-- département. By the code alone where the name is in no list.
create function public.departement_of(town text, code text) returns text
  language sql stable
  set search_path = ''
  return coalesce(
    (
      select t.departement
      from public.towns t
      where t.key = public.town_key(town)
      order by t.departement = public.departement_of_code(code) desc nulls last, t.is_largest desc
      limit 1
    ),
    public.departement_of_code(code)
  );
grant execute on function public.departement_of(text, text) to aurora_app, aurora_system;

create function public.place_member() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.departement := public.departement_of(new.city, new.postal_code);
  return new;
end
$$;
create trigger profiles_place_member
  before insert or update of city, postal_code on public.profiles
  for each row execute function public.place_member();
update public.profiles set city = city where city is not null;

create index towns_departement_idx on public.towns (departement);
drop index public.profiles_by_city;
create index profiles_by_city on public.profiles (public.town_key(city), public.plain(full_name), id);
create index profiles_by_departement on public.profiles (departement, public.plain(full_name), id)
  where departement is not null;

create or replace view public.member_cards with (security_invoker = true) as
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
  p.city as stored_city, p.interests as stored_interests,
  case
    when p.city_shown_to = 'tous' or seen.is_me or (p.city_shown_to = 'salons' and seen.is_close) then p.departement
  end as departement,
  p.departement as stored_departement
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

drop function public.member_card(uuid);
create function public.member_card(shown uuid)
  returns table (
    id uuid, full_name text, avatar_url text, cover_url text, app_role text, created_at timestamptz, bio text, city text,
    departement text, interests text[], is_blocked boolean, status text, last_seen_at timestamptz
  )
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select
      c.id, c.full_name, c.avatar_url, c.cover_url, c.app_role, c.created_at, c.bio, c.city, c.departement, c.interests,
      c.is_blocked, s.status, s.last_seen_at
    from public.member_cards c
    join public.member_presence s on s.id = c.id
    where c.id = shown;
  end;

-- R08: the members of a salon whom the asker meets there, with the town that they show her.
drop function public.towns_of_members(uuid);
create function public.members_met_in(salon uuid) returns table (id uuid, city text)
  language sql stable security definer rows 100
  set search_path = ''
  begin atomic
    select c.id, c.city
    from public.salon_members m
    join public.member_cards c on c.id = m.user_id
    where m.salon_id = salon
      and not c.is_blocked
      and exists (select from public.salon_members me where me.salon_id = salon and me.user_id = auth.uid());
  end;

-- $1 letters of the name, $2 town, $3 interest, $4 département, $5 a town that is left out.
drop function public.find_members(text, text, text, text, uuid, integer);
drop function public.count_members(text, text, text, integer);
drop function public.directory_filter(text, text, text);
create function public.directory_filter(letters text, town text, interest text, departement text, beyond text) returns text
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

-- A page of the directory, by name. Empty words ask for nothing; `after_key` and `after_id` are the last line's.
create function public.find_members(
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

-- How many there are of a search ('', ''), and within it of each town; of each interest as if none had been chosen.
-- Counted up to `most`.
create function public.count_members(letters text, town text, interest text, departement text, most integer)
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

grant create on schema public to aurora_system;
alter function public.member_card(uuid) owner to aurora_system;
alter function public.members_met_in(uuid) owner to aurora_system;
alter function public.directory_filter(text, text, text, text, text) owner to aurora_system;
alter function public.find_members(text, text, text, text, text, text, uuid, integer) owner to aurora_system;
alter function public.count_members(text, text, text, text, integer) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.member_card(uuid), public.members_met_in(uuid), public.directory_filter(text, text, text, text, text),
  public.find_members(text, text, text, text, text, text, uuid, integer),
  public.count_members(text, text, text, text, integer), public.place_member()
from public;
grant execute on function
  public.member_card(uuid), public.members_met_in(uuid),
  public.find_members(text, text, text, text, text, text, uuid, integer),
  public.count_members(text, text, text, text, integer)
to aurora_app;
grant execute on function public.directory_filter(text, text, text, text, text) to aurora_system;
