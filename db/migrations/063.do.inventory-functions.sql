-- The functions that the inventory names, where a page does the same: each is the statement that the page runs, with the
-- asker's own rights. Those that the system alone may call say so in their grant.

-- F12: what an answer shows of the message that it answers. No row: no such message in this salon, or not for the asker.
-- Without `set search_path`, as the two below: the planner puts their text into the statement that asks.
create function public.get_reply_message_info(salon uuid, message bigint)
  returns table (id bigint, seq bigint, user_id uuid, full_name text, excerpt text, is_deleted boolean)
  language sql stable rows 1
  begin atomic
    select
      q.id, q.seq, q.user_id,
      case when q.user_id is null then 'Ancien membre' else coalesce(p.full_name, 'Membre') end,
      left(q.content, 160), q.is_deleted
    from public.chat_messages q
    left join public.profiles p on p.id = q.user_id
    where q.salon_id = salon and q.id = message;
  end;

-- F15: sign, person and name, in the order in which they were given. Null: none, or not for the asker (R16).
create function public.get_message_reactions_summary(message bigint) returns table (reactions json)
  language sql stable rows 1
  begin atomic
    select json_agg(json_build_array(r.emoji, r.user_id, coalesce(p.full_name, 'Membre')) order by r.created_at, r.id)
    from public.message_reactions r
    left join public.profiles p on p.id = r.user_id
    where r.message_id = message;
  end;

-- F16: the same of many messages; a page has it from the view below, which asks the same function.
create function public.get_all_message_reactions_batch(messages bigint[])
  returns table (message_id bigint, reactions json)
  language sql stable rows 50
  begin atomic
    select m.id, r.reactions
    from unnest(messages) as m (id)
    cross join lateral public.get_message_reactions_summary(m.id) r
    where r.reactions is not null;
  end;

-- F13: one toggle with F14, under both of its names.
create function public.handle_message_reaction(message bigint, reaction text) returns boolean
  language sql volatile
  begin atomic
    select public.toggle_message_reaction(message, reaction);
  end;

grant execute on function
  public.get_reply_message_info(uuid, bigint), public.get_message_reactions_summary(bigint),
  public.get_all_message_reactions_batch(bigint[])
to aurora_app, aurora_system;
grant execute on function public.handle_message_reaction(bigint, text) to aurora_app;

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
  q.user_id as reply_user_id
from public.chat_messages m
left join public.profiles p on p.id = m.user_id
left join lateral public.get_reply_message_info(m.salon_id, m.reply_to_id) q on true
left join lateral public.get_message_reactions_summary(m.id) r on true;

-- F05: with what its cards say of it, as the directory does (F06).
create or replace view public.my_salons with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled,
  s.owner_name, s.messages_today, s.last_message_at
from public.salons_with_details s
join public.my_memberships() m on m.salon_id = s.id;

-- F03: the one place that counts a salon's messages, and gives the next number under the salon's row lock (G36).
-- `changes`: 1, or 0 for a message that is no more and takes no number. `posted_at`: of the changed message; null: it is
-- being posted, and `at` says when.
create function public.update_message_count(
  salon uuid, step integer, changes integer, posted_at timestamptz, out number bigint, out at timestamptz
)
  language plpgsql volatile
  set search_path = ''
as $$
begin
  -- The clock is read again once the lock is held: times follow the numbers.
  update public.salons s
  set
    last_seq = s.last_seq + changes,
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
grant execute on function public.update_message_count(uuid, integer, integer, timestamptz) to aurora_system;

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
  from public.update_message_count(new.salon_id, step, 1, case when tg_op = 'UPDATE' then old.created_at end);
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
    perform public.update_message_count(old.salon_id, -1, 0, old.created_at);
  end if;
  return null;
end
$$;

drop function public.next_salon_number(uuid, integer, timestamptz);
drop function public.count_salon_messages(uuid, integer, timestamptz);

-- F17: the row of a new session, by its hash. A trigger ends what its member chose to be seen as, when it is her only one.
create function public.handle_user_signin(whom uuid, session text, stays boolean, proven boolean, hours integer)
  returns void
  language sql volatile
  set search_path = ''
  begin atomic
    insert into auth.sessions (id, user_id, stays, proven_at, expires_at)
    values (session, whom, stays, case when proven then now() end, now() + make_interval(hours => hours));
  end;

-- F18: this session of the asker's, or all of hers. Its streams end with it (`deadKeys`).
create function public.handle_user_signout(session text) returns void
  language sql volatile security definer
  set search_path = ''
  begin atomic
    delete from auth.sessions s
    where s.user_id = auth.uid() and (session is null or s.id = session or s.past_ids @> array[session]);
  end;

-- D13, F19: whether the last act that was written is half a minute old.
create function public.is_idle(last_act timestamptz) returns boolean
  language sql stable
  set search_path = ''
  return coalesce(last_act < now() - interval '30 seconds', true);

-- Of auth: this session was used for an act. Of a session that still stands: the press that signs her out is no sign that
-- she is here. False: not written.
create function auth.note_act(whom uuid, session text) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
begin
  update auth.sessions s
  set active_at = now()
  from public.profiles p
  where s.id = session
    and s.user_id = whom
    and p.id = s.user_id
    and (public.is_idle(s.active_at) or public.is_idle(p.last_activity));
  return found;
end
$$;

-- Of members: she did something. False: another session of hers was first.
create function public.note_last_activity(whom uuid) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
begin
  update public.profiles p
  set last_activity = now()
  where p.id = whom and public.is_idle(p.last_activity);
  return found;
end
$$;

-- F19: the heartbeat. Gives the salons in which she has a stream open and stops being absent by it.
create function public.update_user_activity(whom uuid, session text) returns setof uuid
  language plpgsql volatile rows 5
  set search_path = ''
as $$
declare
  was_away boolean := (select m.chosen is null and m.status = 'away' from public.member_presence m where m.id = whom);
begin
  if auth.note_act(whom, session) and public.note_last_activity(whom) and was_away then
    return query
      select distinct l.salon_id from public.presence_leases l where l.user_id = whom and l.expires_at > now();
  end if;
end
$$;

-- F20: the asker's own.
create function public.rpc_update_activity(session text) returns setof uuid
  language sql volatile security definer rows 5
  set search_path = ''
  begin atomic
    select public.update_user_activity(auth.uid(), session);
  end;

-- F21, D11, D15: what the asker wants to be seen as, until `ends_at` if it is given; null leaves it to what she does. Of two
-- windows the later choice stands. Gives the salons in which she has a stream open.
alter table public.profiles add column status_until timestamptz;
comment on column public.profiles.status_until is 'When the chosen state ends by itself; null: it is ended by hand.';

create function public.chosen_status(is_manual boolean, chosen text, ends_at timestamptz) returns text
  language sql stable
  set search_path = ''
  return case when is_manual and (ends_at is null or ends_at > now()) then chosen end;

create function public.rpc_set_manual_status(chosen text, ends_at timestamptz) returns setof uuid
  language plpgsql volatile security definer rows 5
  set search_path = ''
as $$
begin
  update public.profiles p
  set
    is_manual_status = chosen is not null,
    presence_status = coalesce(chosen, 'offline'),
    status_until = case when chosen is not null then ends_at end,
    status_updated_at = clock_timestamp()
  where p.id = auth.uid();
  return query
    select distinct l.salon_id from public.presence_leases l where l.user_id = auth.uid() and l.expires_at > now();
end
$$;

-- As it was, with the end that a choice may have: then too her state changes by itself.
create or replace view public.member_presence with (security_invoker = true) as
select
  p.id, chosen.status as chosen, seen.status,
  case
    when chosen.status is not null then p.status_until
    when seen.status = 'online' then p.last_activity + make_interval(secs => p.auto_offline_after)
  end as away_at,
  case when seen.status = 'offline' and chosen.status is distinct from 'offline' and p.shows_last_seen
    then p.last_activity
  end as last_seen_at
from public.profiles p
cross join lateral (
  select public.chosen_status(p.is_manual_status, p.presence_status, p.status_until) as status
) chosen
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

-- F22: ends leases that nobody renews, finds every member whose state is not what her salons were last told, and says how
-- many seconds from now the next change is due: one statement, however many they are. One process at a time sweeps; a lease
-- that is being written at this moment is left for a second look.
create function public.check_inactive_users() returns table (salon_ids uuid[], next double precision)
  language sql volatile rows 1
  set search_path = ''
  begin atomic
    with sweeper as materialized (
      select pg_try_advisory_xact_lock(hashtext('aurora50.presence')) as mine
    ),
    expired as (
      select l.connection
      from public.presence_leases l, sweeper
      where mine and l.expires_at <= now()
      for update of l skip locked
    ),
    gone as (
      delete from public.presence_leases l
      using expired
      where l.connection = expired.connection
      returning l.salon_id
    ),
    present as materialized (
      select p.id, p.status, p.away_at
      from public.member_presence p, sweeper
      where mine and p.id in (select user_id from public.presence_leases where expires_at > now())
    ),
    due as materialized (
      select l.connection, p.status
      from public.presence_leases l
      join present p on p.id = l.user_id
      where l.expires_at > now() and l.shown_as is distinct from p.status
    ),
    free as (
      select l.connection
      from public.presence_leases l
      where l.connection in (select connection from due)
      for update skip locked
    ),
    told as (
      update public.presence_leases l
      set shown_as = due.status
      from due
      where l.connection = due.connection and l.connection in (select connection from free)
      returning l.salon_id
    )
    select
      array(select salon_id from gone union select salon_id from told),
      case
        when (select count(*) from told) < (select count(*) from due) then 1
        else (select extract(epoch from min(away_at) - now())::float8 from present)
      end;
  end;

-- F23: the same, under its other name; no member calls it.
create function public.rpc_check_inactive_users() returns table (salon_ids uuid[], next double precision)
  language sql volatile rows 1
  set search_path = ''
  begin atomic
    select c.salon_ids, c.next from public.check_inactive_users() c;
  end;

grant create on schema public to aurora_system;
alter function public.handle_user_signout(text) owner to aurora_system;
alter function public.rpc_update_activity(text) owner to aurora_system;
alter function public.rpc_set_manual_status(text, timestamptz) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.handle_user_signin(uuid, text, boolean, boolean, integer), public.handle_user_signout(text),
  auth.note_act(uuid, text), public.note_last_activity(uuid), public.update_user_activity(uuid, text),
  public.rpc_update_activity(text), public.rpc_set_manual_status(text, timestamptz),
  public.check_inactive_users(), public.rpc_check_inactive_users(),
  public.get_reply_message_info(uuid, bigint), public.get_message_reactions_summary(bigint),
  public.get_all_message_reactions_batch(bigint[]), public.handle_message_reaction(bigint, text),
  public.update_message_count(uuid, integer, integer, timestamptz), public.is_idle(timestamptz),
  public.chosen_status(boolean, text, timestamptz)
from public;
grant execute on function
  public.handle_user_signout(text), public.rpc_update_activity(text), public.rpc_set_manual_status(text, timestamptz)
to aurora_app;
grant execute on function
  public.handle_user_signin(uuid, text, boolean, boolean, integer), auth.note_act(uuid, text),
  public.note_last_activity(uuid), public.update_user_activity(uuid, text), public.check_inactive_users(),
  public.rpc_check_inactive_users(), public.is_idle(timestamptz), public.chosen_status(boolean, text, timestamptz)
to aurora_system;
