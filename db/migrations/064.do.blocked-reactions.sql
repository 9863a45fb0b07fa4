-- C-22: nobody reacts to a message that she does not see, because its author has blocked her or she has blocked its author.
-- Else as it was.
create or replace function public.toggle_message_reaction(message bigint, reaction text) returns boolean
  language plpgsql volatile
  set search_path = ''
as $$
begin
  if (
    select public.lock_salon(m.salon_id)
    from public.chat_messages m
    where m.id = message
      and not m.is_deleted
      and coalesce(m.user_id <> all (array(select public.my_hidden_members())), true)
  ) is null then
    return null;
  end if;
  delete from public.message_reactions r
  where r.message_id = message and r.user_id = auth.uid() and r.emoji = reaction;
  if found then
    return false;
  end if;
  insert into public.message_reactions (message_id, user_id, emoji) values (message, auth.uid(), reaction);
  return true;
end
$$;
