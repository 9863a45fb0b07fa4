create function public.plan_in_force(subscription_type text, trial_ends_at timestamptz) returns text
  language sql stable
  set search_path = ''
  return case when subscription_type = 'freemium' and trial_ends_at > now() then 'premium' else subscription_type end;
grant execute on function public.plan_in_force(text, timestamptz) to aurora_app, aurora_system;

create function public.lock_my_allowance()
  returns table (confirmed boolean, may_create boolean, may_join boolean)
  language plpgsql security definer
  set search_path = ''
as $$
begin
  return query
    with me as (
      select p.id, p.app_role, p.salons_created, p.salons_joined, p.subscription_type, p.trial_ends_at
      from public.profiles p
      where p.id = auth.uid()
      for no key update
    )
    select
      u.email_confirmed_at is not null,
      me.app_role = 'admin' or l.salons_owned is null or me.salons_created < l.salons_owned,
      me.app_role = 'admin' or l.salons_joined is null or me.salons_joined < l.salons_joined
    from me
    join auth.users u on u.id = me.id
    join public.plan_limits l on l.plan = public.plan_in_force(me.subscription_type, me.trial_ends_at);
end
$$;

create or replace function public.create_salon_with_code(
  salon_name text, salon_description text, salon_category text, salon_city text,
  salon_color text, salon_visibility text, key text
) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  allowed record;
  made uuid;
  tries integer := 0;
begin
  select * into allowed from public.lock_my_allowance();
  if not found then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  select id into made from public.salons where owner_id = auth.uid() and client_key = key;
  if found then
    return made;
  end if;
  if not allowed.confirmed then
    raise exception using errcode = 'AU403', message = 'unconfirmed';
  end if;
  if not allowed.may_create then
    raise exception using errcode = 'AU402', message = 'salons_owned';
  end if;
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

create or replace function public.become_member(salon uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  allowed record;
begin
  -- Salon first, then the profile, as a post does: nobody waits for the other in a ring.
  perform from public.salons s where s.id = salon for no key update;
  select * into allowed from public.lock_my_allowance();
  if not found then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  if public.user_is_salon_member(salon) then
    return false;
  end if;
  if not allowed.may_join then
    raise exception using errcode = 'AU402', message = 'salons_joined';
  end if;
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, auth.uid(), s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

create or replace function public.count_todays_message(author uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  today timestamptz := date_trunc('day', now(), 'Europe/Paris');
begin
  update public.profiles p
  set
    daily_chat_count = case when p.last_activity_reset >= today then p.daily_chat_count + 1 else 1 end,
    daily_profile_views = case when p.last_activity_reset >= today then p.daily_profile_views else 0 end,
    last_activity_reset = greatest(p.last_activity_reset, today)
  from public.plan_limits l
  where p.id = author
    and l.plan = public.plan_in_force(p.subscription_type, p.trial_ends_at)
    and l.messages_per_day is not null
    and p.app_role = 'member'
    and (p.last_activity_reset is null or p.last_activity_reset < today or p.daily_chat_count < l.messages_per_day);
  if not found and exists (
    select
    from public.profiles p
    join public.plan_limits l on l.plan = public.plan_in_force(p.subscription_type, p.trial_ends_at)
    where p.id = author and p.app_role = 'member' and l.messages_per_day is not null
  ) then
    raise exception using errcode = 'AU402', message = 'messages_per_day';
  end if;
end
$$;

create or replace function public.look_at(shown uuid) returns void
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

create or replace function public.is_entitled() returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.profiles p
      where p.id = auth.uid()
        and (public.plan_in_force(p.subscription_type, p.trial_ends_at) <> 'freemium' or p.app_role in ('author', 'admin'))
    );
  end;

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

drop function public.lock_me();
drop function public.require_allowance(uuid, text);
drop function public.my_allowance(text);
drop function public.allowance(uuid, text);
drop function public.plan_of(public.profiles);
drop trigger plan_limits_tell on public.plan_limits;
drop function public.tell_plans();
alter table public.plan_limits
  drop constraint plan_limits_limits_positive,
  drop column paid_lessons,
  drop column price_cents,
  drop column billing_months;

grant create on schema public to aurora_system;
alter function public.lock_my_allowance() owner to aurora_system;
alter function public.my_looks() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.lock_my_allowance(), public.my_looks() from public;
grant execute on function public.my_looks() to aurora_app;
