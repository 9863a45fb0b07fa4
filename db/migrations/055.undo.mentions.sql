drop function public.mentions_of(bigint);
drop trigger chat_messages_keep_mentions on public.chat_messages;
drop function public.keep_mentions();
drop function public.names_in(text, text);
drop table public.message_mentions;
