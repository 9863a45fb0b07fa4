drop table public.towns;
drop function public.town_key(text);
