drop view public.salons_with_details;
drop function public.next_salon_number(uuid, integer, timestamptz);
drop function public.count_salon_messages(uuid, integer, timestamptz);
drop function public.moved_count(integer, date, integer, date);

create function public.next_salon_number(salon uuid, step integer) returns bigint
  language plpgsql volatile
  set search_path = ''
as $$
declare
  number bigint;
begin
  update public.salons
  set last_seq = last_seq + 1, message_count = message_count + step
  where id = salon
  returning last_seq into number;
  return number;
end
$$;

create function public.count_salon_messages(salon uuid, step integer) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  update public.salons set message_count = message_count + step where id = salon;
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
  number bigint;
begin
  if public.is_import() then
    return new;
  end if;
  number := public.next_salon_number(new.salon_id, step);
  if number is null then
    -- The salon is being deleted with everything in it; an insert is refused by its foreign key.
    number := coalesce(new.changed_seq, 1);
  end if;
  if tg_op = 'INSERT' then
    new.seq := number;
    new.created_at := clock_timestamp();
    if new.user_id is not null then
      perform public.count_todays_message(new.user_id);
    end if;
  elsif new.is_deleted and not old.is_deleted then
    new.content := '';
    new.deleted_at := clock_timestamp();
  elsif new.content is distinct from old.content and not new.is_deleted then
    new.edited_at := clock_timestamp();
  end if;
  new.changed_seq := number;
  return new;
end
$$;

create or replace function public.forget_message() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if not old.is_deleted and not public.is_import() then
    perform public.count_salon_messages(old.salon_id, -1);
  end if;
  return null;
end
$$;

create function public.salon_messages_today(salon uuid) returns bigint
  language sql stable security definer
  set search_path = ''
  begin atomic
    select count(*)
    from public.chat_messages m
    join public.salons s on s.id = m.salon_id
    where m.salon_id = salon
      and not m.is_deleted
      and m.created_at >= date_trunc('day', now(), 'Europe/Paris')
      and ((s.visibility = 'public' and s.is_active) or s.id in (select salon_id from public.salon_members where user_id = auth.uid()));
  end;

grant create on schema public to aurora_system;
alter function public.salon_messages_today(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
grant execute on function public.next_salon_number(uuid, integer), public.count_salon_messages(uuid, integer)
to aurora_system;
grant execute on function public.salon_messages_today(uuid) to aurora_app;

create view public.salons_with_details with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  coalesce(p.full_name, 'Membre') as owner_name,
  p.avatar_url as owner_avatar,
  s.member_count as actual_member_count,
  public.salon_messages_today(s.id) as messages_today
from public.salons s
left join public.profiles p on p.id = s.owner_id;
grant select on public.salons_with_details to aurora_app, aurora_system;

alter table public.salons drop column last_message_at, drop column counted_on, drop column counted_messages;
