drop trigger limit_met on public.profiles;
drop function public.count_limit_met();
drop table public.limit_weeks;
