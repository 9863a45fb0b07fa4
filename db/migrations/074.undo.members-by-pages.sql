drop function public.members_of_salon(uuid, uuid, text, uuid, integer);

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

create function public.members_met_in(salon uuid) returns table (id uuid, city text)
  language sql stable security definer rows 100
  set search_path = ''
  begin atomic
    select c.id, c.city
    from public.salon_members m
    join public.member_cards c on c.id = m.user_id
    where m.salon_id = salon
      and not c.is_blocked
      and exists (select from public.salon_members me where me.salon_id = salon and me.user_id = auth.uid());
  end;

grant create on schema public to aurora_system;
alter function public.presence_of_members(uuid) owner to aurora_system;
alter function public.members_met_in(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.presence_of_members(uuid), public.members_met_in(uuid) from public;
grant execute on function public.presence_of_members(uuid), public.members_met_in(uuid) to aurora_app;
