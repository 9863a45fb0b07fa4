create or replace function public.keep_mentions() returns trigger
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
