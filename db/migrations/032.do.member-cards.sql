-- What a member shows of herself and to whom (R01), who has shut whom out (C-22), who was reported, and whom a free
-- member has looked at today (D25).

alter table public.profiles
  add column bio_shown_to text not null default 'tous',
  add column city_shown_to text not null default 'tous',
  add column interests_shown_to text not null default 'tous',
  -- Whether the directory has her: who knows her from a salon finds her card all the same.
  add column is_listed boolean not null default true,
  add constraint profiles_shown_to_known check (
    bio_shown_to in ('tous', 'salons', 'moi')
    and city_shown_to in ('tous', 'salons', 'moi')
    and interests_shown_to in ('tous', 'salons', 'moi')
  );

-- Shown by member_card() and find_members() alone, which ask what she has chosen.
revoke select (bio, city, interests, cover_url) on public.profiles from aurora_app;
grant update (bio_shown_to, city_shown_to, interests_shown_to, is_listed) on public.profiles to aurora_app;

create index profiles_by_name on public.profiles (public.plain(full_name), id);
create index profiles_by_city on public.profiles (public.plain(city), public.plain(full_name), id);
create index profiles_by_letters on public.profiles using gin (public.plain(full_name) public.gin_trgm_ops);
create index profiles_by_interest on public.profiles using gin (interests);

create table public.blocks (
  blocker_id uuid not null references public.profiles (id) on delete cascade,
  blocked_id uuid not null references public.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  constraint blocks_pkey primary key (blocker_id, blocked_id),
  constraint blocks_not_oneself check (blocker_id <> blocked_id)
);
create index blocks_blocked_id_idx on public.blocks (blocked_id);

create table public.reports (
  id bigint generated always as identity primary key,
  reporter_id uuid references public.profiles (id) on delete set null,
  reported_id uuid not null references public.profiles (id) on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  constraint reports_reason_length check (char_length(reason) between 3 and 1000),
  constraint reports_not_oneself check (reporter_id <> reported_id)
);
create index reports_reporter_id_idx on public.reports (reporter_id);
create index reports_reported_id_idx on public.reports (reported_id, created_at);

-- One row a person and day, of members whose plan counts them; gone the day after.
create table public.profile_views (
  viewer_id uuid not null references public.profiles (id) on delete cascade,
  viewed_id uuid not null references public.profiles (id) on delete cascade,
  day date not null,
  constraint profile_views_pkey primary key (viewer_id, day, viewed_id)
);
create index profile_views_viewed_id_idx on public.profile_views (viewed_id);
create index profile_views_day_idx on public.profile_views (day);

alter table public.blocks enable row level security;
alter table public.blocks force row level security;
alter table public.reports enable row level security;
alter table public.reports force row level security;
alter table public.profile_views enable row level security;
alter table public.profile_views force row level security;

-- Whom one has blocked is one's own to see and to change; by whom one is blocked, nobody learns.
create policy see_own on public.blocks for select to aurora_app using (blocker_id = (select auth.uid()));
create policy insert_own on public.blocks for insert to aurora_app with check (blocker_id = (select auth.uid()));
create policy delete_own on public.blocks for delete to aurora_app using (blocker_id = (select auth.uid()));
create policy system_all on public.blocks to aurora_system using (true) with check (true);
create policy insert_own on public.reports for insert to aurora_app with check (reporter_id = (select auth.uid()));
create policy system_all on public.reports to aurora_system using (true) with check (true);
create policy system_all on public.profile_views to aurora_system using (true) with check (true);

grant select, delete on public.blocks to aurora_app;
grant insert (blocker_id, blocked_id) on public.blocks to aurora_app;
grant insert (reporter_id, reported_id, reason) on public.reports to aurora_app;
grant select, insert, update, delete on public.blocks, public.reports, public.profile_views to aurora_system;

-- Every member as the asker may see her: one definition for the card, the directory and whoever lists people. Not there
-- for whom she has blocked; `is_blocked` where the asker has blocked her. `stored_city` is for looking up by an index.
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

-- The town of a salon's members, for its list of members.
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

-- The conditions of a search, as SQL over member_cards: only what was asked for, so that an index can serve it.
-- $1 letters of the name, $2 town, $3 interest.
create function public.directory_filter(letters text, town text, interest text) returns text
  language sql immutable
  set search_path = ''
  return ' where c.is_listed and not c.is_blocked and c.full_name is not null and c.id <> auth.uid()'
    || case when letters <> '' then
      ' and public.plain(c.full_name) like ''%'' || replace(replace(replace(public.plain($1), ''\'', ''\\''), ''%'', ''\%''), ''_'', ''\_'') || ''%'''
      else '' end
    || case when town <> '' then ' and public.plain(c.stored_city) = public.plain($2) and c.city is not null' else '' end
    || case when interest <> '' then ' and c.stored_interests @> array[$3] and c.interests @> array[$3]' else '' end;

-- A page of the directory, by name. Empty words ask for nothing; `after_key` and `after_id` are the last line's.
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

-- How many there are of a search, and of each interest within it; counted up to `most`.
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

-- D25, G17: each person once a day, for members whose plan counts. Raises AU402 when the day's are used up.
create function public.look_at(shown uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  today timestamptz := date_trunc('day', now(), 'Europe/Paris');
begin
  if shown = auth.uid() or not exists (
    select
    from public.profiles p
    join public.plan_limits l on l.plan = public.plan_in_force(p.subscription_type, p.trial_ends_at)
    where p.id = auth.uid() and p.app_role = 'member' and l.profile_views_per_day is not null
  ) then
    return;
  end if;
  insert into public.profile_views (viewer_id, viewed_id, day)
  values (auth.uid(), shown, (now() at time zone 'Europe/Paris')::date)
  on conflict do nothing;
  if not found then
    return;
  end if;
  update public.profiles p
  set
    daily_profile_views = case when p.last_activity_reset >= today then p.daily_profile_views + 1 else 1 end,
    daily_chat_count = case when p.last_activity_reset >= today then p.daily_chat_count else 0 end,
    last_activity_reset = greatest(p.last_activity_reset, today)
  from public.plan_limits l
  where p.id = auth.uid()
    and l.plan = public.plan_in_force(p.subscription_type, p.trial_ends_at)
    and (
      p.last_activity_reset is null or p.last_activity_reset < today
      or p.daily_profile_views < l.profile_views_per_day
    );
  if not found then
    raise exception using errcode = 'AU402', message = 'profile_views_per_day';
  end if;
end
$$;

-- How many people she has looked at today and how many her plan allows; nothing where it does not count.
create function public.my_looks() returns table (used integer, allowed integer)
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select
      case
        when p.last_activity_reset >= date_trunc('day', now(), 'Europe/Paris') then p.daily_profile_views
        else 0
      end,
      l.profile_views_per_day
    from public.profiles p
    join public.plan_limits l on l.plan = public.plan_in_force(p.subscription_type, p.trial_ends_at)
    where p.id = auth.uid() and p.app_role = 'member' and l.profile_views_per_day is not null;
  end;

-- D02: before a new name, the salons that show the old one, in the order of every writer: a post holds its salon and then
-- counts on its author's profile. Returns them: their open pages have something to show.
create function public.lock_my_salons() returns setof uuid
  language sql volatile security definer rows 10
  set search_path = ''
  begin atomic
    select s.id
    from public.salons s
    where s.id in (
      select m.salon_id from public.chat_messages m where m.user_id = auth.uid()
      union
      select m.salon_id from public.salon_members m where m.user_id = auth.uid()
      union
      select m.salon_id
      from public.message_reactions r
      join public.chat_messages m on m.id = r.message_id
      where r.user_id = auth.uid()
    )
    order by s.id
    for no key update;
  end;

-- D03: what open pages may still show of her is a change of each message: the newest page of a salon, fifty.
create function public.touch_authored() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.chat_messages c
  set changed_seq = c.changed_seq
  from (
    select m.id
    from public.salons s
    join public.chat_messages m on m.salon_id = s.id and m.seq > s.last_seq - 50 and m.user_id = new.id
    where not m.is_deleted and s.id in (select o.salon_id from public.chat_messages o where o.user_id = new.id)
    order by m.salon_id, m.seq
  ) t
  where c.id = t.id;
  return null;
end
$$;
create trigger profiles_touch_authored
  after update on public.profiles
  for each row when (old.full_name is distinct from new.full_name or old.avatar_url is distinct from new.avatar_url)
  execute function public.touch_authored();

grant create on schema public to aurora_system;
alter function public.member_card(uuid) owner to aurora_system;
alter function public.towns_of_members(uuid) owner to aurora_system;
alter function public.directory_filter(text, text, text) owner to aurora_system;
alter function public.find_members(text, text, text, text, uuid, integer) owner to aurora_system;
alter function public.count_members(text, text, text, integer) owner to aurora_system;
alter function public.look_at(uuid) owner to aurora_system;
alter function public.my_looks() owner to aurora_system;
alter function public.lock_my_salons() owner to aurora_system;
alter function public.touch_authored() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.member_card(uuid), public.towns_of_members(uuid), public.directory_filter(text, text, text),
  public.find_members(text, text, text, text, uuid, integer), public.count_members(text, text, text, integer),
  public.look_at(uuid), public.my_looks(), public.lock_my_salons(), public.touch_authored()
from public;
grant execute on function
  public.member_card(uuid), public.towns_of_members(uuid),
  public.find_members(text, text, text, text, uuid, integer), public.count_members(text, text, text, integer),
  public.look_at(uuid), public.my_looks(), public.lock_my_salons()
to aurora_app;
grant execute on function public.directory_filter(text, text, text) to aurora_system;
