-- What the people who keep a salon may do: roles (D39), hand-over (D33), removal and bans, a new share code (D34), and
-- deletion after thirty days in which it can be called off (R07). Each locks the salon first, as every writer in it does.

alter table public.salons
  add column delete_at timestamptz,
  -- Whoever waits for its deletion writes no more: it is closed as an archived one is.
  add constraint salons_deletion_closes check (delete_at is null or not is_active);
create index salons_delete_at_idx on public.salons (delete_at) where delete_at is not null;
grant select (delete_at) on public.salons to aurora_app;

create table public.salon_bans (
  salon_id uuid not null references public.salons (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  reason text not null,
  banned_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  constraint salon_bans_pkey primary key (salon_id, user_id),
  constraint salon_bans_reason_length check (char_length(reason) between 3 and 500)
);
create index salon_bans_user_id_idx on public.salon_bans (user_id);
create index salon_bans_banned_by_idx on public.salon_bans (banned_by);

-- The salons that the asker keeps: as owner or moderator.
create function public.my_kept_salon_ids() returns setof uuid
  language sql stable security definer rows 10
  set search_path = ''
  begin atomic
    select salon_id from public.salon_members where user_id = auth.uid() and role in ('owner', 'moderator');
  end;

alter table public.salon_bans enable row level security;
alter table public.salon_bans force row level security;
-- Read by who keeps the salon; what is stored of a person is hers to read as well.
create policy view_keepers on public.salon_bans for select to aurora_app
  using (user_id = (select auth.uid()) or salon_id in (select public.my_kept_salon_ids()));
create policy system_all on public.salon_bans to aurora_system using (true) with check (true);
grant select (salon_id, user_id, reason, created_at) on public.salon_bans to aurora_app;
grant select, insert, update, delete on public.salon_bans to aurora_system;

-- The asker's role, once the salon is locked. Null: not a member, or no such salon.
create function public.lock_salon_as_keeper(salon uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  return (
    select m.role
    from public.salon_members m
    where m.salon_id = public.lock_salon(salon) and m.user_id = auth.uid()
  );
end
$$;

-- Owners remove everybody but themselves, moderators plain members only.
create function public.may_remove(mine text, theirs text) returns boolean
  language sql immutable
  set search_path = ''
  return (mine = 'owner' and theirs in ('moderator', 'member')) or (mine = 'moderator' and theirs = 'member');

-- D33: the salon becomes another member's, and its owner a moderator. Both profiles are locked in one order: two owners
-- who hand each other their salons do not wait for each other.
create function public.hand_over(salon uuid, heir uuid) returns void
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform from public.profiles p where p.id in (auth.uid(), heir) order by p.id for no key update;
  if exists (select from auth.users u where u.id = heir and u.email_confirmed_at is null)
    or exists (select from public.allowance(heir, 'salons_owned') a where a.used >= a.allowed)
  then
    raise exception using errcode = 'AU403', message = 'heir_full';
  end if;
  update public.salon_members m set role = 'moderator' where m.salon_id = salon and m.user_id = auth.uid();
  update public.salon_members m set role = 'owner' where m.salon_id = salon and m.user_id = heir;
  -- The key of the form that made it was its former owner's.
  update public.salons s set owner_id = heir, client_key = null where s.id = salon;
end
$$;

-- Acts: retirer, moderateur, membre, proprietaire. False: the asker or the member is not in this salon.
create function public.rule_member(salon uuid, whom uuid, act text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
  theirs text;
begin
  select m.role into theirs from public.salon_members m where m.salon_id = salon and m.user_id = whom;
  if mine is null or theirs is null then
    return false;
  end if;
  if act = 'retirer' and public.may_remove(mine, theirs) then
    delete from public.salon_members m where m.salon_id = salon and m.user_id = whom;
  elsif act in ('moderateur', 'membre') and mine = 'owner' and theirs <> 'owner' then
    update public.salon_members m
    set role = case act when 'moderateur' then 'moderator' else 'member' end
    where m.salon_id = salon and m.user_id = whom;
  elsif act = 'proprietaire' and mine = 'owner' and theirs <> 'owner' then
    perform public.hand_over(salon, whom);
  else
    raise exception using errcode = 'AU403', message = 'keepers_only';
  end if;
  return true;
end
$$;

-- Of members, and of people who have spoken there and left. False as above.
create function public.ban_member(salon uuid, whom uuid, why text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
  theirs text;
begin
  select m.role into theirs from public.salon_members m where m.salon_id = salon and m.user_id = whom;
  if theirs is null and exists (select from public.chat_messages c where c.salon_id = salon and c.user_id = whom) then
    theirs := 'member';
  end if;
  if mine is null or theirs is null then
    return false;
  end if;
  if not public.may_remove(mine, theirs) then
    raise exception using errcode = 'AU403', message = 'keepers_only';
  end if;
  insert into public.salon_bans (salon_id, user_id, reason, banned_by)
  values (salon, whom, why, auth.uid())
  on conflict (salon_id, user_id) do update set reason = excluded.reason, banned_by = excluded.banned_by, created_at = now();
  delete from public.salon_members m where m.salon_id = salon and m.user_id = whom;
  return true;
end
$$;

-- Null: not a member. False: she was not banned.
create function public.lift_ban(salon uuid, whom uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
begin
  if mine is null then
    return null;
  end if;
  if mine = 'member' then
    raise exception using errcode = 'AU403', message = 'keepers_only';
  end if;
  delete from public.salon_bans b where b.salon_id = salon and b.user_id = whom;
  return found;
end
$$;

-- D34: from this commit on the old code opens nothing. Null: not a member.
create function public.renew_share_code(salon uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
  made text;
  tries integer := 0;
begin
  if mine is null then
    return null;
  end if;
  if mine <> 'owner' then
    raise exception using errcode = 'AU403', message = 'owner_only';
  end if;
  loop
    begin
      update public.salons s set share_code = public.random_share_code() where s.id = salon returning s.share_code into made;
      return made;
    exception when unique_violation then
      tries := tries + 1;
      if tries = 8 then raise; end if;
    end;
  end loop;
end
$$;

-- R07: closed at once and gone after thirty days; called off, it is open again. Null: not a member.
create function public.plan_salon_deletion(salon uuid, going boolean) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
begin
  if mine is null then
    return null;
  end if;
  if mine <> 'owner' then
    raise exception using errcode = 'AU403', message = 'owner_only';
  end if;
  update public.salons s
  set is_active = not going, delete_at = case when going then now() + interval '30 days' end
  where s.id = salon and (s.delete_at is not null) <> going;
  return found;
end
$$;

-- As it was, and nobody comes back who was banned.
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
  if exists (select from public.salon_bans b where b.salon_id = salon and b.user_id = auth.uid()) then
    raise exception using errcode = 'AU403', message = 'banned';
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

grant create on schema public to aurora_system;
alter function public.my_kept_salon_ids() owner to aurora_system;
alter function public.lock_salon_as_keeper(uuid) owner to aurora_system;
alter function public.hand_over(uuid, uuid) owner to aurora_system;
alter function public.rule_member(uuid, uuid, text) owner to aurora_system;
alter function public.ban_member(uuid, uuid, text) owner to aurora_system;
alter function public.lift_ban(uuid, uuid) owner to aurora_system;
alter function public.renew_share_code(uuid) owner to aurora_system;
alter function public.plan_salon_deletion(uuid, boolean) owner to aurora_system;
alter function public.become_member(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.my_kept_salon_ids(), public.lock_salon_as_keeper(uuid), public.may_remove(text, text),
  public.hand_over(uuid, uuid), public.rule_member(uuid, uuid, text), public.ban_member(uuid, uuid, text),
  public.lift_ban(uuid, uuid), public.renew_share_code(uuid), public.plan_salon_deletion(uuid, boolean)
from public;
grant execute on function
  public.my_kept_salon_ids(), public.rule_member(uuid, uuid, text), public.ban_member(uuid, uuid, text),
  public.lift_ban(uuid, uuid), public.renew_share_code(uuid), public.plan_salon_deletion(uuid, boolean)
to aurora_app;
grant execute on function
  public.lock_salon_as_keeper(uuid), public.may_remove(text, text), public.hand_over(uuid, uuid)
to aurora_system;
