-- A table is written by one domain (tests/support/table-owners.ts). What another domain has to have written in its own
-- transaction, it asks for by a function of the owner.

-- D27: the counts of a plan's limits, of members. Together with count_todays_message the only writer of quotas.
create function public.count_salons(member uuid, created integer, joined integer) returns void
  language plpgsql volatile
  set search_path = ''
as $$
begin
  update public.profiles
  set salons_created = salons_created + created, salons_joined = salons_joined + joined
  where id = member;
end
$$;

-- The salon's next change number (G36), of salons: takes the salon's row lock and holds it to the commit. Null: the
-- salon is being deleted with everything in it.
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
    perform public.count_salons(row.user_id, 0, step);
  end if;
  return null;
end
$$;

create or replace function public.update_member_role() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.count_salons(new.user_id, 0, case when new.role = 'owner' then -1 else 1 end);
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
    perform public.count_salons(old.owner_id, -1, 0);
  end if;
  if tg_op <> 'DELETE' then
    perform public.count_salons(new.owner_id, 1, 0);
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

-- D11: who was signed out everywhere comes back as herself: what she chose to be seen as ended with her last session.
-- Of members; runs as the role that signs in.
create function public.end_chosen_status() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  update public.profiles p
  set is_manual_status = false, status_updated_at = clock_timestamp()
  where p.id = new.user_id
    and p.is_manual_status
    and not exists (select from auth.sessions s where s.user_id = p.id and s.expires_at > now());
  return new;
end
$$;
create trigger sessions_end_chosen_status
  before insert on auth.sessions
  for each row execute function public.end_chosen_status();

-- The site's key of this name, of auth; the first process that asks makes it.
create function auth.seal_key(seal text, fresh text) returns text
  language sql volatile
  set search_path = ''
  begin atomic
    insert into auth.seals as s (name, key)
    values (seal, fresh)
    on conflict (name) do update set name = excluded.name
    returning s.key;
  end;

-- G11: an answer names whom it answers, and she may have left since.
drop trigger chat_messages_touch_answers on public.chat_messages;
create trigger chat_messages_touch_answers
  after update on public.chat_messages
  for each row when (
    old.content is distinct from new.content
    or old.is_deleted is distinct from new.is_deleted
    or old.user_id is distinct from new.user_id
  )
  execute function public.touch_answers();

grant execute on function
  public.count_salons(uuid, integer, integer), public.next_salon_number(uuid, integer),
  public.count_salon_messages(uuid, integer), auth.seal_key(text, text)
to aurora_system;
