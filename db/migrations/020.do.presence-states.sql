-- The four states (N01, G09) in one definition, and what they are made of.

-- The last request of this session that was no open stream: « here » is said of who is connected, and a device that is
-- signed out takes its part with it. `last_used_at` beside it is the page « Mes appareils »: words, every few minutes.
alter table auth.sessions add column active_at timestamptz;

-- D13: « vu il y a 2 h », unless she would rather not.
alter table public.profiles add column shows_last_seen boolean not null default true;
-- Read when it is called, and not when it was made: every new column of the table would break it.
create or replace function public.my_profile() returns setof public.profiles
  language sql stable security definer
  set search_path = ''
as 'select * from public.profiles where id = auth.uid()';
comment on column public.profiles.presence_status is
  'What the member chose, while is_manual_status; what others see is member_presence.status.';

-- D28: an act that moves `last_activity` is no edit of the profile.
drop trigger profiles_updated_at on public.profiles;
create trigger profiles_updated_at
  before update on public.profiles
  for each row when (old.last_activity is not distinct from new.last_activity)
  execute function public.update_updated_at();

-- What the readers of this salon were last told of this connection's member: the sweep finds what has changed since.
alter table public.presence_leases
  add column shown_as text,
  add constraint presence_leases_shown_as_known check (shown_as in ('online', 'away', 'busy', 'offline'));

-- A member who would rather not be seen has leases too: who may see whom is said by the functions below.
drop policy view_salon on public.presence_leases;
revoke select on public.presence_leases from aurora_app;

-- The one definition. Connected: an open stream, or an act within the 90 seconds of N05 in a session that still stands.
-- Not `exists`, and `offset 0`: else a salon of many is worked out twice, over the leases and sessions of all salons.
-- `away_at`: when the state will change by itself. `last_seen_at`: only of who is gone and does not mind.
create view public.member_presence with (security_invoker = true) as
select
  p.id, chosen.status as chosen, seen.status,
  case when seen.status = 'online' and chosen.status is null
    then p.last_activity + make_interval(secs => p.auto_offline_after)
  end as away_at,
  case when seen.status = 'offline' and chosen.status is distinct from 'offline' and p.shows_last_seen
    then p.last_activity
  end as last_seen_at
from public.profiles p
cross join lateral (select case when p.is_manual_status then p.presence_status end as status) chosen
cross join lateral (
  select case
    when chosen.status = 'offline' then 'offline'
    when (select true from public.presence_leases l where l.user_id = p.id and l.expires_at > now() limit 1) is null
      and (
        select true from auth.sessions s
        where s.user_id = p.id and s.expires_at > now() and s.active_at > now() - interval '90 seconds'
        limit 1
      ) is null then 'offline'
    when chosen.status is not null then chosen.status
    when p.last_activity > now() - make_interval(secs => p.auto_offline_after) then 'online'
    else 'away'
  end as status
  offset 0
) seen;

-- Who is here: the people with an open stream of the salon, but for those who would rather not be seen.
create view public.salon_presence with (security_invoker = true) as
select l.salon_id, m.id as user_id, m.status
from (select distinct salon_id, user_id from public.presence_leases where expires_at > now()) l
join public.member_presence m on m.id = l.user_id
where m.status <> 'offline';

grant select on public.member_presence, public.salon_presence to aurora_system;

-- L03: of a salon that the asker belongs to, and nothing but who and how.
create function public.people_here(salon uuid) returns table (id uuid, status text)
  language sql stable security definer rows 20
  set search_path = ''
  begin atomic
    select h.user_id, h.status
    from public.salon_presence h
    where h.salon_id = salon
      and exists (select from public.salon_members m where m.salon_id = salon and m.user_id = auth.uid());
  end;

create function public.presence_of_members(salon uuid)
  returns table (id uuid, status text, last_seen_at timestamptz)
  language sql stable security definer rows 100
  set search_path = ''
  begin atomic
    select p.id, p.status, p.last_seen_at
    from public.salon_members m
    join public.member_presence p on p.id = m.user_id
    where m.salon_id = salon
      and exists (select from public.salon_members me where me.salon_id = salon and me.user_id = auth.uid());
  end;

-- D16: « 3 personnes ici en ce moment », the asker not counted, for all of her salons at once.
create function public.others_in_my_salons() returns table (salon_id uuid, people bigint)
  language sql stable security definer rows 10
  set search_path = ''
  begin atomic
    select h.salon_id, count(*)
    from public.salon_presence h
    where h.salon_id in (select m.salon_id from public.salon_members m where m.user_id = auth.uid())
      and h.user_id <> auth.uid()
    group by h.salon_id;
  end;

grant create on schema public to aurora_system;
alter function public.people_here(uuid) owner to aurora_system;
alter function public.presence_of_members(uuid) owner to aurora_system;
alter function public.others_in_my_salons() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.people_here(uuid), public.presence_of_members(uuid), public.others_in_my_salons()
from public;
grant execute on function
  public.people_here(uuid), public.presence_of_members(uuid), public.others_in_my_salons()
to aurora_app;
