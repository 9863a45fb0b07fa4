-- Doors beside the password and the letter (A03, A04, U12). Every secret is kept as its SHA-256 only.

-- Who Google or GitHub says somebody is. One account of each a member, one member an account.
create table auth.oauth_accounts (
  provider text not null,
  subject text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  email public.citext not null,
  created_at timestamptz not null default now(),
  constraint oauth_accounts_pkey primary key (provider, subject),
  constraint oauth_accounts_user_id_provider_key unique (user_id, provider),
  constraint oauth_accounts_provider_known check (provider in ('google', 'github')),
  constraint oauth_accounts_subject_length check (char_length(subject) between 1 and 255),
  constraint oauth_accounts_email_length check (char_length(email::text) between 3 and 254)
);

-- Somebody new whom a provider has named, between its answer and her consent.
create table auth.oauth_arrivals (
  hash text primary key,
  provider text not null,
  subject text not null,
  email public.citext not null,
  name text,
  stays boolean not null,
  expires_at timestamptz not null,
  constraint oauth_arrivals_hash_hashed check (hash ~ '^[0-9a-f]{64}$'),
  constraint oauth_arrivals_provider_known check (provider in ('google', 'github')),
  constraint oauth_arrivals_subject_length check (char_length(subject) between 1 and 255),
  constraint oauth_arrivals_email_length check (char_length(email::text) between 3 and 254),
  constraint oauth_arrivals_name_length check (char_length(name) between 1 and 80)
);
create index oauth_arrivals_expires_at_idx on auth.oauth_arrivals (expires_at);

-- « Passer sur un autre appareil »: a link in a QR code and a code to type, for five minutes and one use.
create table auth.hand_overs (
  -- One a session: asking again ends the one before, and closing the session ends it too.
  session uuid primary key references auth.sessions (handle) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  link_hash text not null,
  code_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text,
  constraint hand_overs_link_hash_key unique (link_hash),
  constraint hand_overs_code_hash_key unique (code_hash),
  constraint hand_overs_hashes_hashed check (link_hash ~ '^[0-9a-f]{64}$' and code_hash ~ '^[0-9a-f]{64}$'),
  constraint hand_overs_used_by_length check (char_length(used_by) between 1 and 80)
);
create index hand_overs_user_id_idx on auth.hand_overs (user_id);
create index hand_overs_expires_at_idx on auth.hand_overs (expires_at);

-- The code on a printed access card: one a member, gone once used, 100 random bits (hence no slow hash).
create table auth.recovery_codes (
  user_id uuid primary key references auth.users (id) on delete cascade,
  hash text not null,
  created_at timestamptz not null default now(),
  constraint recovery_codes_hash_hashed check (hash ~ '^[0-9a-f]{64}$')
);

alter table auth.oauth_accounts enable row level security;
alter table auth.oauth_accounts force row level security;
alter table auth.oauth_arrivals enable row level security;
alter table auth.oauth_arrivals force row level security;
alter table auth.hand_overs enable row level security;
alter table auth.hand_overs force row level security;
alter table auth.recovery_codes enable row level security;
alter table auth.recovery_codes force row level security;

create policy system_all on auth.oauth_accounts to aurora_system using (true) with check (true);
create policy system_all on auth.oauth_arrivals to aurora_system using (true) with check (true);
create policy system_all on auth.hand_overs to aurora_system using (true) with check (true);
create policy system_all on auth.recovery_codes to aurora_system using (true) with check (true);

grant select, insert, update, delete
  on auth.oauth_accounts, auth.oauth_arrivals, auth.hand_overs, auth.recovery_codes to aurora_system;
