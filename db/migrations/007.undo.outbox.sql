drop table public.outbox;
