-- What opens by letter: links and codes, the browser that waits for one, and the devices that were seen (A02, A05, G05).

-- A link and a code leave in one letter. The link signs in where it was asked for; elsewhere the code is asked for too.
alter table auth.tokens
  add column code_hash text,
  -- Of the browser that asked (`auth.waits`); null for letters that any browser may open.
  add column browser_hash text,
  -- Five in the browser that asked or at the link itself, five from anywhere else: nobody else's guesses spend hers.
  add column tries_left smallint not null default 5,
  add column tries_elsewhere smallint not null default 5,
  add constraint tokens_code_hash_hashed check (code_hash ~ '^[0-9a-f]{64}$'),
  add constraint tokens_browser_hash_hashed check (browser_hash ~ '^[0-9a-f]{64}$'),
  add constraint tokens_tries_range check (tries_left between 0 and 5 and tries_elsewhere between 0 and 5);
-- Newest only (reliability 9): a second letter of a kind takes the place of the first, whoever races.
create unique index tokens_newest_only on auth.tokens (user_id, purpose)
  where purpose in ('confirmation', 'sign_in', 'reset');
create index tokens_email_idx on auth.tokens (email) where code_hash is not null;

-- A browser that has asked for a letter. It is kept in the same way whether the address has an account or not.
create table auth.waits (
  hash text primary key,
  purpose text not null,
  email public.citext not null,
  back text not null default '/',
  stays boolean not null default false,
  -- The account that this very browser has opened, as long as it is not confirmed.
  made_user_id uuid references auth.users (id) on delete set null,
  -- What a sign-up had typed: a mistyped address can be corrected even if the first one was somebody's.
  name text,
  password_hash text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint waits_hash_hashed check (hash ~ '^[0-9a-f]{64}$'),
  constraint waits_purpose_known check (purpose in ('confirmation', 'sign_in', 'reset')),
  constraint waits_email_length check (char_length(email::text) between 3 and 254),
  constraint waits_back_length check (char_length(back) between 1 and 2000),
  constraint waits_name_length check (char_length(name) between 1 and 80),
  constraint waits_password_hash_length check (char_length(password_hash) <= 300)
);
create index waits_made_user_id_idx on auth.waits (made_user_id);
create index waits_expires_at_idx on auth.waits (expires_at);

-- Browsers a member has signed in with, by the SHA-256 of their long-lived cookie: an unknown one is told to her.
create table auth.devices (
  hash text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  constraint devices_pkey primary key (user_id, hash),
  constraint devices_hash_hashed check (hash ~ '^[0-9a-f]{64}$')
);
create index devices_last_seen_at_idx on auth.devices (last_seen_at);

-- Keys that all processes share and that never leave the house: what a page signs for its own form.
create table auth.seals (
  name text primary key,
  key text not null,
  created_at timestamptz not null default now(),
  constraint seals_name_length check (char_length(name) between 1 and 60),
  constraint seals_key_length check (char_length(key) between 32 and 200)
);

-- P01: what a member has agreed to, in which wording and when; taken back without a trace being lost.
create table public.consents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  purpose text not null,
  version text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint consents_purpose_length check (char_length(purpose) between 1 and 60),
  constraint consents_version_length check (char_length(version) between 1 and 40)
);
create index consents_user_id_idx on public.consents (user_id);
-- One standing consent a purpose.
create unique index consents_standing on public.consents (user_id, purpose) where withdrawn_at is null;

alter table auth.waits enable row level security;
alter table auth.waits force row level security;
alter table auth.devices enable row level security;
alter table auth.devices force row level security;
alter table auth.seals enable row level security;
alter table auth.seals force row level security;
alter table public.consents enable row level security;
alter table public.consents force row level security;

create policy system_all on auth.waits to aurora_system using (true) with check (true);
create policy system_all on auth.devices to aurora_system using (true) with check (true);
create policy system_all on auth.seals to aurora_system using (true) with check (true);
create policy view_own on public.consents for select to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.consents to aurora_system using (true) with check (true);

grant select, insert, update, delete on auth.waits, auth.devices, auth.seals, public.consents to aurora_system;
grant select on public.consents to aurora_app;
