drop view public.chat_messages_with_profiles;
create view public.chat_messages_with_profiles with (security_invoker = true) as
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
  ) as reactions
from public.chat_messages m
left join public.profiles p on p.id = m.user_id
left join public.chat_messages q on q.salon_id = m.salon_id and q.id = m.reply_to_id
left join public.profiles qp on qp.id = q.user_id;
grant select on public.chat_messages_with_profiles to aurora_app, aurora_system;
drop function public.my_hidden_members();
