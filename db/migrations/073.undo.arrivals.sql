create or replace function public.admit(salon uuid, whom uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform from public.profiles p where p.id = whom for no key update;
  if exists (select from public.salon_members m where m.salon_id = salon and m.user_id = whom) then
    return false;
  end if;
  if exists (select from public.salon_bans b where b.salon_id = salon and b.user_id = whom) then
    raise exception using errcode = 'AU403', message = 'banned';
  end if;
  perform public.require_allowance(whom, 'salons_joined');
  delete from public.salon_requests r where r.salon_id = salon and r.user_id = whom;
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, whom, s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

drop function public.note_arrival(uuid, uuid);
-- Without the column nothing tells them from deleted messages; their places in the salon stay free.
delete from public.chat_messages where is_arrival;
drop view public.chat_messages_with_profiles;
alter table public.chat_messages drop constraint chat_messages_arrival_is_wordless, drop column is_arrival;
create view public.chat_messages_with_profiles with (security_invoker = true) as
select
  m.id, m.salon_id, m.seq, m.changed_seq, m.content, m.created_at, m.edited_at, m.is_deleted,
  m.user_id,
  case when m.user_id is null then 'Ancien membre' else coalesce(p.full_name, 'Membre') end as full_name,
  p.avatar_url,
  m.reply_to_id,
  q.seq as reply_seq,
  q.is_deleted as reply_is_deleted,
  q.excerpt as reply_excerpt,
  q.full_name as reply_full_name,
  r.reactions,
  q.user_id as reply_user_id
from public.chat_messages m
left join public.profiles p on p.id = m.user_id
left join lateral public.get_reply_message_info(m.salon_id, m.reply_to_id) q on true
left join lateral public.get_message_reactions_summary(m.id) r on true;
grant select on public.chat_messages_with_profiles to aurora_app, aurora_system;
