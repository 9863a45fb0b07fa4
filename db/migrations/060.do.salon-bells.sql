-- D42: a member's bell in each salon, which she may also silence for a while; and since when she has her role.
alter table public.salon_members
  -- Until then the salon tells her nothing, whatever else she chose. Her own choice; `muted_until` is the keepers'.
  add column bell_paused_until timestamptz,
  -- Null: since she joined.
  add column role_since timestamptz;
grant update (bell_paused_until) on public.salon_members to aurora_app;

create function public.date_role() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.role_since := now();
  return new;
end
$$;
create trigger salon_members_date_role
  before update of role on public.salon_members
  for each row when (old.role <> new.role)
  execute function public.date_role();

-- The asker's own: what she chose, and what rings now.
create function public.my_bells()
  returns table (salon_id uuid, chosen text, rings text, paused_until timestamptz, role_since timestamptz)
  language sql stable security definer rows 10
  set search_path = ''
  begin atomic
    select
      m.salon_id, b.chosen, case when m.bell_paused_until > now() then 'rien' else b.chosen end,
      case when m.bell_paused_until > now() then m.bell_paused_until end, m.role_since
    from public.salon_members m
    cross join lateral (
      select case when m.notifications_enabled then 'tout' when m.mentions_enabled then 'mentions' else 'rien' end as chosen
    ) b
    where m.user_id = auth.uid();
  end;

-- As it was, and silent while the bell is paused.
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
    and (
      about not in ('mention', 'answer')
      or (coalesce(r.mentions_enabled, salon is null) and coalesce(r.bell_paused_until <= now(), true))
    )
    and (actor is null or not public.are_apart(whom, actor))
  on conflict on constraint notices_once do nothing
  returning id into made;
  return made;
end
$$;

grant create on schema public to aurora_system;
alter function public.my_bells() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.my_bells(), public.date_role() from public;
grant execute on function public.my_bells() to aurora_app;
