drop trigger chat_messages_touch_answers on public.chat_messages;
create trigger chat_messages_touch_answers
  after update on public.chat_messages
  for each row when (old.content is distinct from new.content or old.is_deleted is distinct from new.is_deleted)
  execute function public.touch_answers();

drop function auth.seal_key(text, text);
drop trigger sessions_end_chosen_status on auth.sessions;
drop function public.end_chosen_status();

create or replace function public.update_member_count() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  row public.salon_members := coalesce(new, old);
  step integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  if current_setting('app.import', true) = 'on' and current_setting('role') = 'aurora_system' then
    return null;
  end if;
  update public.salons set member_count = member_count + step where id = row.salon_id;
  if row.role <> 'owner' then
    update public.profiles set salons_joined = salons_joined + step where id = row.user_id;
  end if;
  return null;
end
$$;

create or replace function public.update_member_role() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.profiles
  set salons_joined = salons_joined + case when new.role = 'owner' then -1 else 1 end
  where id = new.user_id;
  return null;
end
$$;

create or replace function public.update_salon_stats() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if current_setting('app.import', true) = 'on' and current_setting('role') = 'aurora_system' then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update public.profiles set salons_created = salons_created - 1 where id = old.owner_id;
  end if;
  if tg_op <> 'DELETE' then
    update public.profiles set salons_created = salons_created + 1 where id = new.owner_id;
  end if;
  return null;
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
  update public.salons
  set last_seq = last_seq + 1, message_count = message_count + step
  where id = new.salon_id
  returning last_seq into number;
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
    update public.salons set message_count = message_count - 1 where id = old.salon_id;
  end if;
  return null;
end
$$;

drop function public.count_salon_messages(uuid, integer);
drop function public.next_salon_number(uuid, integer);
drop function public.count_salons(uuid, integer, integer);
