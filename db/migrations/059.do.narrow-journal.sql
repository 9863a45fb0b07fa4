-- The signs around a salon's name in the journal keep to it, as they do on every page.
create or replace function public.note_activity(
  member uuid, kind text, because text, worth integer, a_day integer, said text, sign text, salon uuid, levels integer[]
) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
declare
  today date := (now() at time zone 'Europe/Paris')::date;
begin
  if exists (
    select
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.source = because
  ) or (
    select count(*) >= a_day
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.day = today
  ) then
    return false;
  end if;
  insert into public.user_stats (user_id) values (member) on conflict do nothing;
  perform from public.user_stats s where s.user_id = member for update;
  -- Asked again behind the lock: fifty posts at once are paid as often as five.
  insert into public.user_activities (user_id, type, source, points, title, icon, metadata)
  select
    member, kind, because, worth,
    said || coalesce((select U&' \00AB\202F' || left(s.name, 80) || U&'\202F\00BB' from public.salons s where s.id = salon), ''), sign,
    case when salon is null then '{}' else jsonb_build_object('salon', salon) end
  where (
    select count(*) < a_day
    from public.user_activities a
    where a.user_id = member and a.type = kind and a.day = today
  )
  on conflict on constraint user_activities_once do nothing;
  if not found then
    return false;
  end if;
  perform public.refresh_stats(member, levels);
  return true;
end
$$;

update public.user_activities
set title = replace(replace(title, U&'\00AB ', U&'\00AB\202F'), U&' \00BB', U&'\202F\00BB')
where title like U&'%\00AB %';
