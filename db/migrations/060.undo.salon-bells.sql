create or replace function public.add_notice(
  whom uuid, about text, notice_key text, actor uuid default null, salon uuid default null, message bigint default null,
  said text default null, leads_to text default null
) returns bigint
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  made bigint;
begin
  insert into public.notices (user_id, kind, key, actor_id, salon_id, salon_name, message_id, said, leads_to)
  select p.id, about, notice_key, actor, s.id, s.name, message, add_notice.said, add_notice.leads_to
  from public.profiles p
  left join public.salons s on s.id = salon
  left join public.salon_members r on r.salon_id = s.id and r.user_id = p.id
  where p.id = whom
    and whom is distinct from actor
    and not exists (select from public.notice_refusals f where f.user_id = whom and f.kind = about)
    and (about not in ('mention', 'answer') or coalesce(r.mentions_enabled, salon is null))
    and (actor is null or not public.are_apart(whom, actor))
  on conflict on constraint notices_once do nothing
  returning id into made;
  return made;
end
$$;

drop function public.my_bells();
drop trigger salon_members_date_role on public.salon_members;
drop function public.date_role();
alter table public.salon_members drop column bell_paused_until, drop column role_since;
