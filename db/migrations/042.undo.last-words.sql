drop function public.last_words_of(uuid);
drop function public.show_last_words(uuid, boolean);
alter table public.salons drop column last_words_shown_since;
