drop function public.note_offer(text, text);
drop function public.offer_is_due(text);
drop table public.trials;
drop function public.show_trial();
