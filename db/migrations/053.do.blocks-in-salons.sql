-- C-22, R08: who has blocked each other read nothing of one another, in the salons either. Both ways: a page asks whom it
-- leaves out, and shows nobody which way it is.
create function public.my_hidden_members() returns setof uuid
  language sql stable security definer rows 5
  set search_path = ''
  begin atomic
    select b.blocked_id from public.blocks b where b.blocker_id = auth.uid()
    union
    select b.blocker_id from public.blocks b where b.blocked_id = auth.uid();
  end;
grant create on schema public to aurora_system;
alter function public.my_hidden_members() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.my_hidden_members() from public;
grant execute on function public.my_hidden_members() to aurora_app;

-- As it was, with the author of what is answered.
create or replace view public.chat_messages_with_profiles with (security_invoker = true) as
select
  m.id, m.salon_id, m.seq, m.changed_seq, m.content, m.created_at, m.edited_at, m.is_deleted,
  m.user_id,
  case when m.user_id is null then 'Ancien membre' else coalesce(p.full_name, 'Membre') end as full_name,
  p.avatar_url,
  m.reply_to_id,
  q.seq as reply_seq,
  q.is_deleted as reply_is_deleted,
  left(q.content, 160) as reply_excerpt,
  case when q.user_id is null then 'Ancien membre' else coalesce(qp.full_name, 'Membre') end as reply_full_name,
  (
    select json_agg(json_build_array(r.emoji, r.user_id, coalesce(rp.full_name, 'Membre')) order by r.created_at, r.id)
    from public.message_reactions r
    left join public.profiles rp on rp.id = r.user_id
    where r.message_id = m.id
  ) as reactions,
  q.user_id as reply_user_id
from public.chat_messages m
left join public.profiles p on p.id = m.user_id
left join public.chat_messages q on q.salon_id = m.salon_id and q.id = m.reply_to_id
left join public.profiles qp on qp.id = q.user_id;
