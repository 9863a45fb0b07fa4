drop table public.idle_accounts;
