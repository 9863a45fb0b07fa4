-- The list of salons counted today's messages of every salon at each view, and looked through up to a thousand of them for
-- its order. Both are kept where they change: under the salon's row lock that every message takes anyway.
alter table public.salons
  add column last_message_at timestamptz,
  -- F06: how many messages that stand were posted on this day, the one in Paris (D14).
  add column counted_on date,
  add column counted_messages integer not null default 0,
  add constraint salons_counted_messages_positive check (counted_messages >= 0);
grant select (last_message_at, counted_on, counted_messages) on public.salons to aurora_app;

update public.salons s
set
  last_message_at = (select max(m.created_at) from public.chat_messages m where m.salon_id = s.id),
  counted_on = (now() at time zone 'Europe/Paris')::date,
  counted_messages = (
    select count(*)
    from public.chat_messages m
    where m.salon_id = s.id and not m.is_deleted and m.created_at >= date_trunc('day', now(), 'Europe/Paris')
  );

-- A count with its day, moved by a message of this day: an earlier day's is not counted any more.
create function public.moved_count(counted integer, counted_on date, step integer, day date) returns integer
  language sql immutable
  set search_path = ''
  return case
    when counted_on is null or day > counted_on then greatest(step, 0)
    when day = counted_on then greatest(counted + step, 0)
    else counted
  end;

drop function public.next_salon_number(uuid, integer);
drop function public.count_salon_messages(uuid, integer);

-- As before. `posted_at`: of the changed message; null: it is being posted, and `at` says when.
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
  elsif new.content is distinct from old.content and not new.is_deleted then
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

grant execute on function
  public.moved_count(integer, date, integer, date), public.next_salon_number(uuid, integer, timestamptz),
  public.count_salon_messages(uuid, integer, timestamptz)
to aurora_system;

-- F06, with the kept count; its last column is new.
create or replace view public.salons_with_details with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  coalesce(p.full_name, 'Membre') as owner_name,
  p.avatar_url as owner_avatar,
  s.member_count as actual_member_count,
  case when s.counted_on = (now() at time zone 'Europe/Paris')::date then s.counted_messages else 0 end::bigint
    as messages_today,
  s.last_message_at
from public.salons s
left join public.profiles p on p.id = s.owner_id;

drop function public.salon_messages_today(uuid);
