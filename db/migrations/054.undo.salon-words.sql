create or replace function public.ban_member(salon uuid, whom uuid, why text) returns boolean
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

create or replace function public.plan_salon_deletion(salon uuid, going boolean) returns boolean
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
