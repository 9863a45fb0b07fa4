-- G35 (CNIL): an account that nobody has opened for two years is erased, after two letters. A row says that the first was
-- written; whoever comes back has none any more.
create table public.idle_accounts (
  user_id uuid not null references auth.users (id) on delete cascade,
  first_told_at timestamptz not null,
  last_told_at timestamptz,
  constraint idle_accounts_pkey primary key (user_id),
  constraint idle_accounts_in_order check (last_told_at >= first_told_at)
);

alter table public.idle_accounts enable row level security;
alter table public.idle_accounts force row level security;
create policy system_all on public.idle_accounts to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.idle_accounts to aurora_system;
