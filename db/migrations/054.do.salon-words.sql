-- What a salon decides about somebody is told to her: why she may not come back (C-22), and that it will be gone (R07).

-- As it was, and the banned one is told why.
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
  perform public.add_notice(
      whom, 'decision', concat_ws(':', 'ban', salon, clock_timestamp()),
      said => left('Vous ne pouvez plus entrer dans « ' || left(s.name, 60) || ' » : ' || why, 300),
      leads_to => '/regles'
    ),
    public.write_letter(
      'salonBanned',
      jsonb_build_object('name', coalesce(p.full_name, 'Membre'), 'salon', s.name, 'reason', why, 'path', '/regles'),
      whom, null, concat_ws(':', 'salonBanned', salon, whom, clock_timestamp())
    )
  from public.salons s
  join public.profiles p on p.id = whom
  where s.id = salon;
  return true;
end
$$;

-- As it was, and every member is told; called off, she reads that on her pages.
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
  if not found then
    return false;
  end if;
  perform public.add_notice(
      m.user_id, 'salon', concat_ws(':', 'closing', salon, s.delete_at, now()), null, salon,
      said => case when going then 'Va être supprimé dans 30 jours : « ' else 'Ne sera pas supprimé : « ' end
        || left(s.name, 80) || ' »'
    ),
    case when going then public.write_letter(
      'salonClosing',
      jsonb_build_object(
        'name', coalesce(p.full_name, 'Membre'), 'salon', s.name, 'path', '/salons/' || salon,
        'at', to_char(s.delete_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      ),
      m.user_id, null, concat_ws(':', 'salonClosing', salon, m.user_id, s.delete_at)
    ) end
  from public.salon_members m
  join public.profiles p on p.id = m.user_id
  join public.salons s on s.id = m.salon_id
  where m.salon_id = salon and m.role <> 'owner';
  return true;
end
$$;
