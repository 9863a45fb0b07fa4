-- D40, L04: « Paul a rejoint le salon » is a line of the conversation with a number of its own, so that page, stream and
-- resume read it as they read a message. It has no words and no author: whatever counts, searches, quotes or reports leaves
-- it out as it leaves out a deleted message. Who has come is named as in a message (`message_mentions`), and several who
-- come one after the other share one line.
alter table public.chat_messages
  add column is_arrival boolean not null default false,
  add constraint chat_messages_arrival_is_wordless check (not is_arrival or (is_deleted and user_id is null));
grant select (is_arrival) on public.chat_messages to aurora_app;

-- As it was, and which lines are arrivals.
create or replace view public.chat_messages_with_profiles with (security_invoker = true) as
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
  q.user_id as reply_user_id,
  m.is_arrival
from public.chat_messages m
left join public.profiles p on p.id = m.user_id
left join lateral public.get_reply_message_info(m.salon_id, m.reply_to_id) q on true
left join lateral public.get_message_reactions_summary(m.id) r on true;

-- The salon is locked. Who leaves and comes back on the same day is not told again; a line holds fifty at most, of one day.
create function public.note_arrival(salon uuid, whom uuid) returns void
  language plpgsql volatile
  set search_path = ''
as $$
declare
  line bigint;
begin
  if exists (
    select
    from public.message_mentions n
    join public.chat_messages m on m.id = n.message_id
    where n.user_id = whom and m.salon_id = salon and m.is_arrival and m.created_at > now() - interval '1 day'
  ) then
    return;
  end if;
  select l.id into line
  from (
    select m.id, m.is_arrival, m.created_at
    from public.chat_messages m
    where m.salon_id = salon
    order by m.seq desc
    limit 1
  ) l
  where l.is_arrival
    and (l.created_at at time zone 'Europe/Paris')::date = (now() at time zone 'Europe/Paris')::date
    and (select count(*) from public.message_mentions n where n.message_id = l.id) < 50;
  if line is null then
    insert into public.chat_messages (salon_id, content, is_deleted, deleted_at, is_arrival)
    values (salon, '', true, now(), true)
    returning id into line;
  else
    update public.chat_messages m set changed_seq = m.changed_seq where m.id = line;
  end if;
  insert into public.message_mentions (message_id, user_id, name)
  select line, p.id, left(coalesce(nullif(p.full_name, ''), 'Membre'), 200)
  from public.profiles p
  where p.id = whom;
end
$$;

-- As it was, and the room is told.
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
  if not found then
    return false;
  end if;
  perform public.note_arrival(salon, whom);
  return true;
end
$$;

revoke execute on function public.note_arrival(uuid, uuid) from public;
grant execute on function public.note_arrival(uuid, uuid) to aurora_system;
