-- What a plan costs and opens, each figure once, and one question for all who ask whether a member may do something
-- (G17, K10): allowance(). Pages ask it by my_allowance(), triggers and functions by require_allowance(), the lesson
-- policy by is_entitled().

alter table public.plan_limits
  add column paid_lessons boolean not null default true,
  add column price_cents integer not null default 0,
  -- Paid so often; null: never.
  add column billing_months integer,
  add constraint plan_limits_price_positive check (price_cents >= 0),
  add constraint plan_limits_billing_months_range check (billing_months between 1 and 12),
  add constraint plan_limits_limits_positive check (
    messages_per_day > 0 and profile_views_per_day > 0 and salons_owned >= 0 and salons_joined >= 0
  );
-- The owner is under the policies too, and none of them is his.
alter table public.plan_limits no force row level security;
update public.plan_limits
set
  paid_lessons = plan <> 'freemium',
  -- S01, S02.
  price_cents = case plan when 'premium' then 4700 when 'annuel' then 47000 else 0 end,
  billing_months = case plan when 'premium' then 1 when 'annuel' then 12 end;
alter table public.plan_limits force row level security;

-- Every process keeps the figures in memory and reads them again when they change, whoever changed them.
create function public.tell_plans() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  perform pg_notify('aurora50', gen_random_uuid() || ' plans:all');
  return null;
end
$$;
create trigger plan_limits_tell
  after insert or update or delete on public.plan_limits
  for each statement execute function public.tell_plans();

-- The plan that counts now, and the one rule for roles: who works for the site is never counted; for everybody else a
-- running trial opens what Premium opens.
create function public.plan_of(p public.profiles) returns text
  language sql stable
  set search_path = ''
  return case
    when p.app_role <> 'member' then 'annuel'
    when p.subscription_type = 'freemium' and p.trial_ends_at > now() then 'premium'
    else p.subscription_type
  end;

-- What a member has used and may use: `messages_per_day`, `profile_views_per_day` (days of Paris, D14), `salons_owned`,
-- `salons_joined`, `paid_lessons`. Allowed is null without a limit; a word that is none of these allows nothing.
create function public.allowance(member uuid, what text) returns table (used integer, allowed integer)
  language sql stable rows 1
  set search_path = ''
  begin atomic
    select
      case what
        when 'messages_per_day' then case when today.counted then p.daily_chat_count else 0 end
        when 'profile_views_per_day' then case when today.counted then p.daily_profile_views else 0 end
        when 'salons_owned' then p.salons_created
        when 'salons_joined' then p.salons_joined
        else 0
      end,
      case what
        when 'messages_per_day' then l.messages_per_day
        when 'profile_views_per_day' then l.profile_views_per_day
        when 'salons_owned' then l.salons_owned
        when 'salons_joined' then l.salons_joined
        when 'paid_lessons' then case when l.paid_lessons then null else 0 end
        else 0
      end
    from public.profiles p
    join public.plan_limits l on l.plan = public.plan_of(p)
    cross join lateral (
      select p.last_activity_reset >= date_trunc('day', now(), 'Europe/Paris') as counted
    ) today
    where p.id = member;
  end;

-- One's own, for pages: takes no person.
create function public.my_allowance(what text) returns table (used integer, allowed integer)
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select a.used, a.allowed from public.allowance(auth.uid(), what) a;
  end;

-- Raises AU402 with the limit as its detail when nothing is left. Its caller holds the profile's lock where the count
-- is about to rise, so that two windows at once cannot pass with the same last place.
create function public.require_allowance(member uuid, what text) returns void
  language plpgsql stable
  set search_path = ''
as $$
declare
  most integer;
begin
  select a.allowed into most from public.allowance(member, what) a where a.used >= a.allowed;
  if found then
    raise exception using errcode = 'AU402', message = what, detail = most::text;
  end if;
end
$$;

create or replace function public.is_entitled() returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (select from public.allowance(auth.uid(), 'paid_lessons') a where a.allowed is null);
  end;

-- G17, D25: what a free member may still write today.
create or replace function public.count_todays_message(author uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  today timestamptz := date_trunc('day', now(), 'Europe/Paris');
begin
  if not exists (select from public.allowance(author, 'messages_per_day') a where a.allowed is not null) then
    return;
  end if;
  perform from public.profiles p where p.id = author for no key update;
  perform public.require_allowance(author, 'messages_per_day');
  update public.profiles p
  set
    daily_chat_count = case when p.last_activity_reset >= today then p.daily_chat_count + 1 else 1 end,
    daily_profile_views = case when p.last_activity_reset >= today then p.daily_profile_views else 0 end,
    last_activity_reset = greatest(p.last_activity_reset, today)
  where p.id = author;
end
$$;

-- D25, G17: each person once a day, for members whose plan counts.
create or replace function public.look_at(shown uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  today timestamptz := date_trunc('day', now(), 'Europe/Paris');
begin
  if shown = auth.uid()
    or not exists (select from public.allowance(auth.uid(), 'profile_views_per_day') a where a.allowed is not null)
  then
    return;
  end if;
  insert into public.profile_views (viewer_id, viewed_id, day)
  values (auth.uid(), shown, (now() at time zone 'Europe/Paris')::date)
  on conflict do nothing;
  if not found then
    return;
  end if;
  perform from public.profiles p where p.id = auth.uid() for no key update;
  perform public.require_allowance(auth.uid(), 'profile_views_per_day');
  update public.profiles p
  set
    daily_profile_views = case when p.last_activity_reset >= today then p.daily_profile_views + 1 else 1 end,
    daily_chat_count = case when p.last_activity_reset >= today then p.daily_chat_count else 0 end,
    last_activity_reset = greatest(p.last_activity_reset, today)
  where p.id = auth.uid();
end
$$;

-- The member who asks, locked, so that limits hold against two windows at once: whether her address is confirmed.
-- Null: nobody asks.
create function public.lock_me() returns boolean
  language sql volatile security definer
  set search_path = ''
  begin atomic
    select u.email_confirmed_at is not null
    from public.profiles p
    join auth.users u on u.id = p.id
    where p.id = auth.uid()
    for no key update of p;
  end;

-- F07: salon, unique code and owner's membership appear together or not at all.
create or replace function public.create_salon_with_code(
  salon_name text, salon_description text, salon_category text, salon_city text,
  salon_color text, salon_visibility text, key text
) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  confirmed boolean := public.lock_me();
  made uuid;
  tries integer := 0;
begin
  if confirmed is null then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  select id into made from public.salons where owner_id = auth.uid() and client_key = key;
  if found then
    return made;
  end if;
  if not confirmed then
    raise exception using errcode = 'AU403', message = 'unconfirmed';
  end if;
  perform public.require_allowance(auth.uid(), 'salons_owned');
  loop
    begin
      insert into public.salons (name, description, category, city, color_theme, visibility, owner_id, share_code, client_key)
      values (salon_name, salon_description, salon_category, salon_city, salon_color, salon_visibility,
        auth.uid(), public.random_share_code(), key)
      returning id into made;
      exit;
    exception when unique_violation then
      tries := tries + 1;
      if tries = 8 then raise; end if;
    end;
  end loop;
  insert into public.salon_members (salon_id, user_id, role) values (made, auth.uid(), 'owner');
  return made;
end
$$;

-- Joining, once the right to join is known. Two windows at once give one membership (D38).
create or replace function public.become_member(salon uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  -- Salon first, then the profile, as a post does: nobody waits for the other in a ring.
  perform from public.salons s where s.id = salon for no key update;
  if public.lock_me() is null then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  if public.user_is_salon_member(salon) then
    return false;
  end if;
  perform public.require_allowance(auth.uid(), 'salons_joined');
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, auth.uid(), s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

drop function public.my_looks();
drop function public.lock_my_allowance();
drop function public.plan_in_force(text, timestamptz);

grant create on schema public to aurora_system;
alter function public.my_allowance(text) owner to aurora_system;
alter function public.lock_me() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.tell_plans(), public.plan_of(public.profiles), public.allowance(uuid, text), public.my_allowance(text),
  public.require_allowance(uuid, text), public.lock_me()
from public;
grant execute on function public.my_allowance(text) to aurora_app, aurora_system;
grant execute on function
  public.plan_of(public.profiles), public.allowance(uuid, text), public.require_allowance(uuid, text), public.lock_me()
to aurora_system;
