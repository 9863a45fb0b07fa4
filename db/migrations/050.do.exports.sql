-- P03, U05: the copy of her data that a member has asked for. The file lies in DATA_DIR, under the id.
create table public.exports (
  user_id uuid primary key references auth.users (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  asked_at timestamptz not null default now(),
  ready_at timestamptz,
  expires_at timestamptz,
  bytes bigint,
  constraint exports_id_key unique (id),
  constraint exports_ready_whole check (num_nonnulls(ready_at, expires_at, bytes) in (0, 3))
);

alter table public.exports enable row level security;
alter table public.exports force row level security;
create policy system_all on public.exports to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.exports to aurora_system;

create function public.queue_export() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  -- Letters that somebody waits for go first.
  perform public.queue_job('export', json_build_object('id', new.user_id), 'export:' || new.user_id, now(), 30);
  return null;
end
$$;
create trigger exports_queue
  after insert or update of asked_at on public.exports
  for each row execute function public.queue_export();
revoke execute on function public.queue_export() from public;
