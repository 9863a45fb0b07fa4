drop table public.dismissed_suggestions;
