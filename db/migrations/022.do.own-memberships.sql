-- R08, R10: of another member one may know that she belongs, since when and as what. Where she stopped reading, her bell
-- and whether she is muted are her own; her mark moves by the function, forward and no further than the salon has spoken.
revoke select, update on public.salon_members from aurora_app;
grant select (salon_id, user_id, role, joined_at) on public.salon_members to aurora_app;
grant update (notifications_enabled) on public.salon_members to aurora_app;

create function public.my_memberships()
  returns table (
    salon_id uuid, user_id uuid, role text, joined_at timestamptz,
    last_seen_at timestamptz, last_seen_seq bigint, notifications_enabled boolean
  )
  language sql stable security definer rows 10
  set search_path = ''
  begin atomic
    select m.salon_id, m.user_id, m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled
    from public.salon_members m
    where m.user_id = auth.uid();
  end;

create function public.move_reading_mark(salon uuid, seq bigint) returns void
  language sql volatile security definer
  set search_path = ''
  begin atomic
    update public.salon_members m
    set last_seen_seq = least(move_reading_mark.seq, s.last_seq), last_seen_at = now()
    from public.salons s
    where s.id = m.salon_id
      and m.salon_id = move_reading_mark.salon
      and m.user_id = auth.uid()
      and m.last_seen_seq < least(move_reading_mark.seq, s.last_seq);
  end;

-- F05, as it was.
create or replace view public.my_salons with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled
from public.salons s
join public.my_memberships() m on m.salon_id = s.id;

grant create on schema public to aurora_system;
alter function public.my_memberships() owner to aurora_system;
alter function public.move_reading_mark(uuid, bigint) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.my_memberships(), public.move_reading_mark(uuid, bigint) from public;
grant execute on function public.my_memberships() to aurora_app, aurora_system;
grant execute on function public.move_reading_mark(uuid, bigint) to aurora_app;
