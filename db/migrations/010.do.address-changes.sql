-- D07: a change of address waits for a press from the new one, and the old one can take it back for seven days.
create table auth.address_changes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  old_email public.citext not null,
  new_email public.citext not null,
  -- In the letter to the new address; in the two letters to the old one (asked, done).
  confirm_hash text not null,
  stop_hash text not null,
  undo_hash text,
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null,
  done_at timestamptz,
  undo_until timestamptz,
  constraint address_changes_confirm_hash_key unique (confirm_hash),
  constraint address_changes_stop_hash_key unique (stop_hash),
  constraint address_changes_undo_hash_key unique (undo_hash),
  constraint address_changes_hashes_hashed check (
    confirm_hash ~ '^[0-9a-f]{64}$' and stop_hash ~ '^[0-9a-f]{64}$' and undo_hash ~ '^[0-9a-f]{64}$'
  ),
  constraint address_changes_emails_length check (
    char_length(old_email::text) between 3 and 254 and char_length(new_email::text) between 3 and 254
  ),
  constraint address_changes_done_whole check (num_nonnulls(done_at, undo_until, undo_hash) in (0, 3))
);
-- The newest question counts; asking again takes the place of the one before.
create unique index address_changes_waiting_key on auth.address_changes (user_id) where done_at is null;
create index address_changes_user_id_idx on auth.address_changes (user_id);

alter table auth.address_changes enable row level security;
alter table auth.address_changes force row level security;
create policy system_all on auth.address_changes to aurora_system using (true) with check (true);
grant select, insert, update, delete on auth.address_changes to aurora_system;
