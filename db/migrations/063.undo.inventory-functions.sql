create or replace view public.member_presence with (security_invoker = true) as
select
  p.id, chosen.status as chosen, seen.status,
  case when seen.status = 'online' and chosen.status is null
    then p.last_activity + make_interval(secs => p.auto_offline_after)
  end as away_at,
  case when seen.status = 'offline' and chosen.status is distinct from 'offline' and p.shows_last_seen
    then p.last_activity
  end as last_seen_at
from public.profiles p
cross join lateral (select case when p.is_manual_status then p.presence_status end as status) chosen
cross join lateral (
  select case
    when chosen.status = 'offline' then 'offline'
    when (select true from public.presence_leases l where l.user_id = p.id and l.expires_at > now() limit 1) is null
      and (
        select true from auth.sessions s
        where s.user_id = p.id and s.expires_at > now() and s.active_at > now() - interval '90 seconds'
        limit 1
      ) is null then 'offline'
    when chosen.status is not null then chosen.status
    when p.last_activity > now() - make_interval(secs => p.auto_offline_after) then 'online'
    else 'away'
  end as status
  offset 0
) seen;
drop function public.rpc_check_inactive_users();
drop function public.check_inactive_users();
drop function public.rpc_set_manual_status(text, timestamptz);
drop function public.chosen_status(boolean, text, timestamptz);
alter table public.profiles drop column status_until;
drop function public.rpc_update_activity(text);
drop function public.update_user_activity(uuid, text);
drop function public.note_last_activity(uuid);
drop function auth.note_act(uuid, text);
drop function public.is_idle(timestamptz);
drop function public.handle_user_signout(text);
drop function public.handle_user_signin(uuid, text, boolean, boolean, integer);

create function public.next_salon_number(
  salon uuid, step integer, posted_at timestamptz, out number bigint, out at timestamptz
)
  language plpgsql volatile
  set search_path = ''
as $$
begin
  -- The clock is read again once the lock is held: times follow the numbers.
  update public.salons s
  set
    last_seq = s.last_seq + 1,
    message_count = s.message_count + step,
    last_message_at = case when posted_at is null then clock_timestamp() else s.last_message_at end,
    counted_messages = public.moved_count(
      s.counted_messages, s.counted_on, step,
      (coalesce(posted_at, clock_timestamp()) at time zone 'Europe/Paris')::date
    ),
    counted_on = greatest(s.counted_on, (coalesce(posted_at, clock_timestamp()) at time zone 'Europe/Paris')::date)
  where s.id = salon
  returning s.last_seq, s.last_message_at into number, at;
end
$$;

create function public.count_salon_messages(salon uuid, step integer, posted_at timestamptz) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  update public.salons s
  set
    message_count = s.message_count + step,
    counted_messages = public.moved_count(
      s.counted_messages, s.counted_on, step, (posted_at at time zone 'Europe/Paris')::date
    )
  where s.id = salon;
end
$$;
grant execute on function
  public.next_salon_number(uuid, integer, timestamptz), public.count_salon_messages(uuid, integer, timestamptz)
to aurora_system;

create or replace function public.number_message() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  step integer := case
    when tg_op = 'INSERT' then (not new.is_deleted)::integer
    else (not new.is_deleted)::integer - (not old.is_deleted)::integer
  end;
  taken record;
begin
  if public.is_import() then
    return new;
  end if;
  select * into taken
  from public.next_salon_number(new.salon_id, step, case when tg_op = 'UPDATE' then old.created_at end);
  if tg_op = 'INSERT' then
    -- Null: the salon is being deleted with everything in it; an insert is refused by its foreign key.
    new.seq := coalesce(taken.number, new.changed_seq, 1);
    new.created_at := coalesce(taken.at, clock_timestamp());
    if new.user_id is not null then
      perform public.count_todays_message(new.user_id);
    end if;
  elsif new.is_deleted and not old.is_deleted then
    new.content := '';
    new.deleted_at := clock_timestamp();
  elsif new.content is distinct from old.content and not new.is_deleted and not old.is_deleted then
    new.edited_at := clock_timestamp();
  end if;
  new.changed_seq := coalesce(taken.number, new.changed_seq, 1);
  return new;
end
$$;

create or replace function public.forget_message() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if not old.is_deleted and not public.is_import() then
    perform public.count_salon_messages(old.salon_id, -1, old.created_at);
  end if;
  return null;
end
$$;
drop function public.update_message_count(uuid, integer, integer, timestamptz);

drop view public.my_salons;
create view public.my_salons with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled
from public.salons s
join public.my_memberships() m on m.salon_id = s.id;
grant select on public.my_salons to aurora_app, aurora_system;

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
drop function public.handle_message_reaction(bigint, text);
drop function public.get_all_message_reactions_batch(bigint[]);
drop function public.get_message_reactions_summary(bigint);
drop function public.get_reply_message_info(uuid, bigint);
