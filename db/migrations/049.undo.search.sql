drop function public.has_search_words(text);
drop function public.search_messages(uuid, text, text, timestamptz, timestamptz, bigint, integer);
drop index public.chat_messages_search_idx;
drop text search configuration public.francais;
drop extension btree_gin;
