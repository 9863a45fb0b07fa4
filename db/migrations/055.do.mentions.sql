-- M07: who is named in a message, by id. « @Fatima Haddad », or « @Fatima » where only one member has that first name;
-- accents and capitals do not matter. The page shows the name that she has now.
create table public.message_mentions (
  message_id bigint not null references public.chat_messages (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  -- As it stood in the message.
  name text not null,
  constraint message_mentions_pkey primary key (message_id, user_id),
  constraint message_mentions_name_length check (char_length(name) between 1 and 200)
);
create index message_mentions_user_id_idx on public.message_mentions (user_id);

alter table public.message_mentions enable row level security;
alter table public.message_mentions force row level security;
create policy view_mentions on public.message_mentions for select to aurora_app
  using (message_id in (select m.id from public.chat_messages m where m.id = message_id));
create policy system_all on public.message_mentions to aurora_system using (true) with check (true);
grant select on public.message_mentions to aurora_app;
grant select, insert, update, delete on public.message_mentions to aurora_system;

-- Whether these words name somebody so, between signs that are no letters.
create function public.names_in(words text, called text) returns boolean
  language sql immutable
  set search_path = ''
  return words ~ ('(^|[^[:alnum:]])@' || regexp_replace(called, '([^[:alnum:] ])', '\\\1', 'g') || '($|[^[:alnum:]])');

create function public.keep_mentions() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  words text := public.plain(normalize(new.content));
begin
  if public.is_import() then
    return null;
  end if;
  delete from public.message_mentions n where n.message_id = new.id;
  if new.is_deleted then
    return null;
  end if;
  insert into public.message_mentions (message_id, user_id, name)
  select new.id, c.user_id, case when public.names_in(words, c.whole) then c.full_name else c.first end
  from (
    select
      m.user_id, p.full_name, split_part(p.full_name, ' ', 1) as first, public.plain(normalize(p.full_name)) as whole,
      count(*) over (partition by public.plain(normalize(split_part(p.full_name, ' ', 1)))) as namesakes
    from public.salon_members m
    join public.profiles p on p.id = m.user_id
    where m.salon_id = new.salon_id and p.full_name <> ''
  ) c
  where c.user_id is distinct from new.user_id
    and (
      public.names_in(words, c.whole)
      or (c.namesakes = 1 and public.names_in(words, public.plain(normalize(c.first))))
    )
  order by char_length(c.full_name) desc, c.user_id
  limit 10;
  -- A letter where a notice goes, and to nobody who has the room open.
  perform public.write_letter(
    'mention',
    jsonb_build_object(
      'name', coalesce(p.full_name, 'Membre'), 'author', coalesce(a.full_name, 'Membre'), 'salon', s.name,
      'excerpt', left(new.content, 400), 'path', '/salons/' || s.id || '?message=' || new.id
    ),
    t.user_id, null, concat_ws(':', 'mention', new.id, t.user_id)
  )
  from (
    select n.user_id, public.add_notice(n.user_id, 'mention', 'mention:' || new.id, new.user_id, new.salon_id, new.id) as told
    from public.message_mentions n
    where n.message_id = new.id
  ) t
  join public.profiles p on p.id = t.user_id
  join public.profiles a on a.id = new.user_id
  join public.salons s on s.id = new.salon_id
  where t.told is not null
    and not exists (
      select
      from public.presence_leases l
      where l.salon_id = new.salon_id and l.user_id = t.user_id and l.expires_at > now()
    );
  return null;
end
$$;
create trigger chat_messages_keep_mentions
  after insert or update of content, is_deleted on public.chat_messages
  for each row when (new.content like '%@%' or new.is_deleted)
  execute function public.keep_mentions();

-- Of a message: whom it names, with the name of now. Asked only where there is an « @ ».
create function public.mentions_of(message bigint) returns json
  language sql stable
  set search_path = ''
  begin atomic
    select json_agg(json_build_array(n.user_id, n.name, coalesce(p.full_name, 'Membre')) order by char_length(n.name) desc, n.user_id)
    from public.message_mentions n
    join public.profiles p on p.id = n.user_id
    where n.message_id = message;
  end;

grant create on schema public to aurora_system;
alter function public.keep_mentions() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.names_in(text, text), public.keep_mentions(), public.mentions_of(bigint) from public;
grant execute on function public.names_in(text, text) to aurora_system;
grant execute on function public.mentions_of(bigint) to aurora_app, aurora_system;
