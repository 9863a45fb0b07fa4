-- A member sees where she is signed in, ends what she does not know, and proves anew who she is (G06, reliability 8).
alter table auth.sessions
  -- Names a session on a page and in a form. The key cannot: it changes at every rise of rights.
  add column handle uuid not null default gen_random_uuid(),
  -- « Firefox sur Windows »: the browser's own words are not kept. Null until the first page.
  add column device text,
  -- Written at most every few minutes, after an answer.
  add column last_used_at timestamptz not null default now(),
  -- The last time a password or a mailed code was asked for and given.
  add column proven_at timestamptz,
  -- Earlier keys, newest first: an open stream outlives a new key, a page that was under way is not signed out.
  add column past_ids text[] not null default '{}',
  add column renamed_at timestamptz,
  add constraint sessions_handle_key unique (handle),
  add constraint sessions_device_length check (char_length(device) between 1 and 80),
  add constraint sessions_past_ids_size check (char_length(past_ids::text) <= 600);
create index sessions_past_ids_idx on auth.sessions using gin (past_ids);

-- Six digits in a letter, for who has no password or has forgotten it. One a session, five tries.
create table auth.proof_codes (
  session uuid primary key references auth.sessions (handle) on delete cascade,
  hash text not null,
  attempts smallint not null default 0,
  expires_at timestamptz not null,
  constraint proof_codes_hash_hashed check (hash ~ '^[0-9a-f]{64}$'),
  constraint proof_codes_attempts_range check (attempts between 0 and 5)
);
create index proof_codes_expires_at_idx on auth.proof_codes (expires_at);

alter table auth.proof_codes enable row level security;
alter table auth.proof_codes force row level security;
create policy system_all on auth.proof_codes to aurora_system using (true) with check (true);
grant select, insert, update, delete on auth.proof_codes to aurora_system;
