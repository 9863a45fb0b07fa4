-- What was posted by a form after the session had ended: kept an hour for the browser that sent it (C-04, C-08).
-- Nobody is known at that moment, so nobody is named: the key is in that browser's cookie, its SHA-256 here.
create table auth.parked_posts (
  hash text primary key,
  path text not null,
  fields jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 hour',
  constraint parked_posts_hash_hashed check (hash ~ '^[0-9a-f]{64}$'),
  constraint parked_posts_path_length check (char_length(path) between 1 and 200),
  constraint parked_posts_fields_size check (octet_length(fields::text) <= 131072)
);
create index parked_posts_expires_at_idx on auth.parked_posts (expires_at);

alter table auth.parked_posts enable row level security;
alter table auth.parked_posts force row level security;
create policy system_all on auth.parked_posts to aurora_system using (true) with check (true);
grant select, insert, update, delete on auth.parked_posts to aurora_system;
