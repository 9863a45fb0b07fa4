-- « Jeter un œil »: the last words of an open salon, shown before one joins where its owner has chosen so. Off at first,
-- and what was said before the choice was said among members: it stays there.
alter table public.salons
  add column last_words_shown_since timestamptz;
grant select (last_words_shown_since) on public.salons to aurora_app;

-- The owner's choice alone; false: not hers. The time is the database's, so that nobody opens what was said earlier.
create function public.show_last_words(salon uuid, wanted boolean) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  update public.salons
  set last_words_shown_since = case when wanted then coalesce(last_words_shown_since, now()) end
  where id = salon and owner_id = auth.uid();
  return found;
end
$$;

-- Three at most, the older first, the first 200 characters of each; nothing of whom the asker has blocked, or who has
-- blocked her (R08), and nothing for whom the salon has shut out.
create function public.last_words_of(salon uuid) returns table (author text, words text, at timestamptz)
  language sql stable security definer rows 3
  set search_path = ''
  begin atomic
    select latest.full_name, latest.words, latest.created_at
    from (
      select m.seq, c.full_name, left(m.content, 200) as words, m.created_at
      from public.salons s
      join public.chat_messages m on m.salon_id = s.id
      join public.member_cards c on c.id = m.user_id
      where s.id = salon
        and s.visibility = 'public'
        and s.is_active
        and m.created_at >= s.last_words_shown_since
        and not m.is_deleted
        and not c.is_blocked
        and not exists (select from public.salon_bans b where b.salon_id = s.id and b.user_id = auth.uid())
      order by m.seq desc
      limit 3
    ) latest
    order by latest.seq;
  end;

grant create on schema public to aurora_system;
alter function public.show_last_words(uuid, boolean) owner to aurora_system;
alter function public.last_words_of(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.show_last_words(uuid, boolean), public.last_words_of(uuid) from public;
grant execute on function public.show_last_words(uuid, boolean), public.last_words_of(uuid) to aurora_app;
