create or replace function public.touch_answers() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.chat_messages set changed_seq = changed_seq where reply_to_id = new.id;
  return null;
end
$$;
