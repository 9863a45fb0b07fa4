-- What keeps a salon orderly: rules of its own, a welcome, one pinned message, a pace, and silence for a member who goes
-- too far. Each is asked here, whoever writes.
alter table public.salons
  add column house_rules text not null default '',
  -- One line for who has just come in.
  add column welcome_line text not null default '',
  -- Seconds that a member waits between two messages; 0: no wait. Owner and moderators never wait.
  add column slow_seconds integer not null default 0,
  add column pinned_message_id bigint,
  add constraint salons_house_rules_length check (char_length(house_rules) <= 2000),
  add constraint salons_welcome_length check (char_length(welcome_line) <= 200),
  add constraint salons_slow_seconds_known check (slow_seconds in (0, 10, 30, 60, 300)),
  add constraint salons_pinned_message_id_fkey foreign key (id, pinned_message_id)
    references public.chat_messages (salon_id, id) on delete set null (pinned_message_id);
create index salons_pinned_message_id_idx on public.salons (id, pinned_message_id) where pinned_message_id is not null;
grant select (house_rules, welcome_line, slow_seconds, pinned_message_id), update (house_rules, welcome_line, slow_seconds)
  on public.salons to aurora_app;

-- Of a member in a slow salon: when she last wrote there. Kept only while it is slow.
alter table public.salon_members add column last_post_at timestamptz;

-- Runs after the number was taken, so under the salon's row lock: two posts of one member at once do not both pass.
create function public.keep_pace() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  pace interval;
  wait double precision;
begin
  if public.is_import() or new.user_id is null or new.is_deleted then
    return new;
  end if;
  select make_interval(secs => s.slow_seconds) into pace
  from public.salons s
  where s.id = new.salon_id and s.slow_seconds > 0;
  if not found then
    return new;
  end if;
  update public.salon_members m
  set last_post_at = clock_timestamp()
  where m.salon_id = new.salon_id and m.user_id = new.user_id
    and (m.role <> 'member' or coalesce(m.last_post_at + pace <= clock_timestamp(), true));
  if not found then
    select extract(epoch from m.last_post_at + pace - clock_timestamp()) into wait
    from public.salon_members m
    where m.salon_id = new.salon_id and m.user_id = new.user_id;
    if wait is not null then
      raise exception using errcode = 'AU429', message = 'slow_mode', detail = greatest(1, ceil(wait))::integer::text;
    end if;
  end if;
  return new;
end
$$;
-- By its name after `chat_messages_number`.
create trigger chat_messages_pace
  before insert on public.chat_messages
  for each row execute function public.keep_pace();

-- A message that is deleted is no longer pinned.
create function public.unpin_deleted() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.salons s
  set pinned_message_id = null
  where s.id = new.salon_id and s.pinned_message_id = new.id;
  return null;
end
$$;
create trigger chat_messages_unpin
  after update of is_deleted on public.chat_messages
  for each row when (new.is_deleted and not old.is_deleted)
  execute function public.unpin_deleted();

-- The owner's or a moderator's; null takes the pin away. False: not a member, or no message that stands there.
create function public.pin_message(salon uuid, message bigint) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
begin
  if mine is null then
    return false;
  end if;
  if mine = 'member' then
    raise exception using errcode = 'AU403', message = 'keepers_only';
  end if;
  update public.salons s
  set pinned_message_id = message
  where s.id = salon
    and (
      message is null
      or exists (select from public.chat_messages m where m.salon_id = salon and m.id = message and not m.is_deleted)
    );
  return found;
end
$$;

-- Hours; 0 gives the word back. Who may remove her may silence her, and she is told. False as in rule_member.
create function public.silence_member(salon uuid, whom uuid, hours integer) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
  theirs text;
begin
  select m.role into theirs from public.salon_members m where m.salon_id = salon and m.user_id = whom;
  if mine is null or theirs is null then
    return false;
  end if;
  if not public.may_remove(mine, theirs) then
    raise exception using errcode = 'AU403', message = 'keepers_only';
  end if;
  update public.salon_members m
  set muted_until = case when hours > 0 then now() + make_interval(hours => hours) end
  where m.salon_id = salon and m.user_id = whom;
  perform public.add_notice(
    whom, 'decision', concat_ws(':', 'silence', salon, clock_timestamp()), salon => salon,
    said => left(case
      when hours > 0 then 'Vous pourrez écrire de nouveau à partir du '
        || to_char((now() + make_interval(hours => hours)) at time zone 'Europe/Paris', 'DD/MM "à" HH24 "h" MI')
      else 'Vous pouvez de nouveau écrire'
    end || ' dans « ' || s.name || ' »', 300)
  )
  from public.salons s
  where s.id = salon;
  return true;
end
$$;

-- For who keeps the salon, and for the member herself. Null: she may write.
create function public.silenced_until(salon uuid, whom uuid) returns timestamptz
  language sql stable security definer
  set search_path = ''
  begin atomic
    select m.muted_until
    from public.salon_members m
    where m.salon_id = salon
      and m.user_id = whom
      and m.muted_until > now()
      and (whom = auth.uid() or salon in (select public.my_kept_salon_ids()));
  end;

-- As they were, with the rules of the house.
drop function public.salon_behind_code(text);
create function public.salon_behind_code(code text)
  returns table (
    id uuid, name text, description text, category text, city text, color_theme text,
    visibility text, member_count integer, owner_name text, is_member boolean, house_rules text
  )
  language sql stable security definer
  set search_path = ''
  begin atomic
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme,
      s.visibility, s.member_count, coalesce(p.full_name, 'Membre'),
      exists (select from public.salon_members m where m.salon_id = s.id and m.user_id = auth.uid()),
      s.house_rules
    from public.salons s
    left join public.profiles p on p.id = s.owner_id
    where s.share_code = code
      and s.is_active;
  end;

drop function public.salon_behind_invitation(text);
create function public.salon_behind_invitation(token text)
  returns table (
    id uuid, name text, description text, category text, city text, color_theme text,
    visibility text, member_count integer, owner_name text, is_member boolean, inviter_name text, expires_at timestamptz,
    house_rules text
  )
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme,
      s.visibility, s.member_count, coalesce(o.full_name, 'Membre'), mine.user_id is not null,
      coalesce(p.full_name, 'Membre'), i.expires_at, s.house_rules
    from public.salon_invitations i
    join public.salons s on s.id = i.salon_id
    left join public.profiles o on o.id = s.owner_id
    left join public.profiles p on p.id = i.invited_by
    left join public.salon_members mine on mine.salon_id = s.id and mine.user_id = auth.uid()
    where i.token_hash = public.invitation_hash(token)
      and (mine.user_id is not null or exists (select from public.living_invitation(token)));
  end;

grant create on schema public to aurora_system;
alter function public.keep_pace() owner to aurora_system;
alter function public.unpin_deleted() owner to aurora_system;
alter function public.pin_message(uuid, bigint) owner to aurora_system;
alter function public.silence_member(uuid, uuid, integer) owner to aurora_system;
alter function public.silenced_until(uuid, uuid) owner to aurora_system;
alter function public.salon_behind_code(text) owner to aurora_system;
alter function public.salon_behind_invitation(text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.keep_pace(), public.unpin_deleted(), public.pin_message(uuid, bigint),
  public.silence_member(uuid, uuid, integer), public.silenced_until(uuid, uuid),
  public.salon_behind_code(text), public.salon_behind_invitation(text)
from public;
grant execute on function
  public.pin_message(uuid, bigint), public.silence_member(uuid, uuid, integer), public.silenced_until(uuid, uuid),
  public.salon_behind_code(text), public.salon_behind_invitation(text)
to aurora_app;
