-- As it was, and as fast for a rare word in a salon of a million messages as for a common one.
create or replace function public.search_messages(
  salon uuid, said text, who text, since timestamptz, until timestamptz, before bigint, most integer
) returns table (id bigint, seq bigint, author_id uuid, author_name text, created_at timestamptz, excerpt text)
  language plpgsql stable security definer rows 20
  set search_path = ''
  set plan_cache_mode = force_custom_plan
as $$
declare
  wanted tsquery := websearch_to_tsquery('public.francais', said);
  named uuid[] := case when who <> '' then array(
    select p.id from public.profiles p where strpos(public.plain(p.full_name), public.plain(who)) > 0 limit 500
  ) end;
  ids bigint[];
  top bigint;
  hidden uuid[] := array(
    select b.blocked_id from public.blocks b where b.blocker_id = auth.uid()
    union
    select b.blocker_id from public.blocks b where b.blocked_id = auth.uid()
  );
begin
  if not public.user_is_salon_member(salon) then
    return;
  end if;
  if numnode(wanted) = 0 then
    return query
      select m.id, m.seq, m.user_id, coalesce(p.full_name, 'Ancien membre'), m.created_at, left(m.content, 300)
      from public.chat_messages m
      left join public.profiles p on p.id = m.user_id
      where m.salon_id = salon
        and not m.is_deleted
        and m.seq < before
        and (who = '' or m.user_id = any(named))
        and m.created_at >= since and m.created_at < until
        and (m.user_id is null or m.user_id <> all(hidden))
      order by m.seq desc
      limit most;
    return;
  end if;
  -- Where the days end, and from there a thousand messages: a word that is often said is found among them.
  top := least(before, 1 + coalesce((
    select m.seq
    from public.chat_messages m
    where m.salon_id = salon and not m.is_deleted and m.created_at < until
    order by m.created_at desc
    limit 1
  ), 0));
  ids := array(
    select m.id
    from public.chat_messages m
    where m.salon_id = salon
      and m.seq < top and m.seq >= top - 1000
      and to_tsvector('public.francais', m.content) @@ wanted
      and not m.is_deleted
      and (who = '' or m.user_id = any(named))
      and m.created_at >= since and m.created_at < until
      and (m.user_id is null or m.user_id <> all(hidden))
    order by m.seq desc
    limit most
  );
  -- Else it is rare enough for the index on words; `+ 0` keeps the planner, which may not look at the statistics of a
  -- table with row policies, from reading the salon backwards to its beginning.
  if cardinality(ids) < most then
    ids := array(
      select m.id
      from public.chat_messages m
      where m.salon_id = salon
        and to_tsvector('public.francais', m.content) @@ wanted
        and not m.is_deleted
        and m.seq + 0 < before
        and (who = '' or m.user_id = any(named))
        and m.created_at + interval '0' >= since and m.created_at + interval '0' < until
        and (m.user_id is null or m.user_id <> all(hidden))
      order by m.seq + 0 desc
      limit most
    );
  end if;
  return query
    select
      f.id, f.seq, f.user_id, coalesce(p.full_name, 'Ancien membre'), f.created_at,
      -- It would leave out what looks like a tag.
      translate(
        ts_headline('public.francais', translate(f.content, e'<\x02\x03\x04', e'\x04'), wanted,
          e'StartSel=\x02, StopSel=\x03, HighlightAll=true'),
        e'\x04', '<')
    from public.chat_messages f
    left join public.profiles p on p.id = f.user_id
    where f.id = any(ids)
    order by f.seq desc;
end
$$;
