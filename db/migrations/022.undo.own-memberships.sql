create or replace view public.my_salons with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled
from public.salons s
join public.salon_members m on m.salon_id = s.id
where m.user_id = (select auth.uid());
drop function public.move_reading_mark(uuid, bigint);
drop function public.my_memberships();
revoke select (salon_id, user_id, role, joined_at), update (notifications_enabled)
  on public.salon_members from aurora_app;
grant select on public.salon_members to aurora_app;
grant update (last_seen_at, last_seen_seq, notifications_enabled) on public.salon_members to aurora_app;
