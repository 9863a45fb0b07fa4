-- One row an open stream (architecture 3). A crashed process or phone stops renewing and is gone when
-- the lease ends. Nothing here needs to survive a crash of the database, so nothing is written twice.
create unlogged table public.presence_leases (
  connection uuid primary key,
  salon_id uuid not null references public.salons (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  expires_at timestamptz not null
);
create index presence_leases_salon_id_idx on public.presence_leases (salon_id);
create index presence_leases_user_id_idx on public.presence_leases (user_id);
create index presence_leases_expires_at_idx on public.presence_leases (expires_at);

alter table public.presence_leases enable row level security;
alter table public.presence_leases force row level security;
create policy view_salon on public.presence_leases for select to aurora_app
  using (salon_id in (select public.my_salon_ids()));
create policy system_all on public.presence_leases to aurora_system using (true) with check (true);

grant select on public.presence_leases to aurora_app;
grant select, insert, update, delete on public.presence_leases to aurora_system;
