-- An answer shows an excerpt of its original, which every page reads from the original itself. So a changed original is a
-- change only of the answers that open pages show: those among the salon's newest fifty, which is what a page loads.
-- Before, one edit of a message with 700 answers was 701 changes, and every reader had to load the page again.
create or replace function public.touch_answers() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.chat_messages
  set changed_seq = changed_seq
  where reply_to_id = new.id
    and seq >= coalesce(
      (select seq from public.chat_messages where salon_id = new.salon_id order by seq desc offset 49 limit 1),
      0
    );
  return null;
end
$$;
