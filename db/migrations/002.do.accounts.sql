-- Accounts, sessions and one-use tokens. Only the system role reads or writes them.
create table auth.users (
  id uuid primary key default gen_random_uuid(),
  email public.citext not null,
  password_hash text,
  email_confirmed_at timestamptz,
  consented_at timestamptz,
  created_at timestamptz not null default now(),
  constraint users_email_key unique (email),
  constraint users_email_length check (char_length(email::text) between 3 and 254)
);

-- Only the SHA-256 of a session's secret is stored (G07): a leaked table opens no account.
create table auth.sessions (
  id text primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  stays boolean not null default false,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint sessions_id_hashed check (id ~ '^[0-9a-f]{64}$')
);
create index sessions_user_id_idx on auth.sessions (user_id);
create index sessions_expires_at_idx on auth.sessions (expires_at);

create table auth.tokens (
  hash text primary key,
  user_id uuid references auth.users (id) on delete cascade,
  purpose text not null,
  email public.citext,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint tokens_hash_hashed check (hash ~ '^[0-9a-f]{64}$'),
  constraint tokens_purpose_known check (purpose in ('confirmation', 'sign_in', 'reset', 'address', 'invitation'))
);
create index tokens_user_id_idx on auth.tokens (user_id);
create index tokens_expires_at_idx on auth.tokens (expires_at);

-- Reliability 11: one store for all processes. The columns are those of rate-limiter-flexible.
create table auth.rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint,
  constraint rate_limits_points_positive check (points >= 0)
);
create index rate_limits_expire_idx on auth.rate_limits (expire);

alter table auth.users enable row level security;
alter table auth.users force row level security;
alter table auth.sessions enable row level security;
alter table auth.sessions force row level security;
alter table auth.tokens enable row level security;
alter table auth.tokens force row level security;
alter table auth.rate_limits enable row level security;
alter table auth.rate_limits force row level security;

create policy system_all on auth.users to aurora_system using (true) with check (true);
create policy system_all on auth.sessions to aurora_system using (true) with check (true);
create policy system_all on auth.tokens to aurora_system using (true) with check (true);
create policy system_all on auth.rate_limits to aurora_system using (true) with check (true);

grant select, insert, update, delete on auth.users, auth.sessions, auth.tokens, auth.rate_limits to aurora_system;
