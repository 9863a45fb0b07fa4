drop table public.presence_leases;
