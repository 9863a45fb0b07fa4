-- What whoever runs the site is shown. O04, U15: what backups were made and what came of trying to restore them; O03: what is out of order now, and was.
create table public.backups (
  id bigint generated always as identity,
  made_at timestamptz not null default now(),
  -- The file, or null where none came of it.
  name text,
  place text not null,
  bytes bigint not null default 0,
  seconds real not null,
  row_count bigint not null default 0,
  file_count integer not null default 0,
  -- Why it failed, without anything of a member's.
  fault text,
  constraint backups_pkey primary key (id),
  constraint backups_name_length check (char_length(name) between 1 and 100),
  constraint backups_place_length check (char_length(place) between 1 and 1000),
  constraint backups_fault_length check (char_length(fault) between 1 and 500),
  constraint backups_counts_positive check (bytes >= 0 and seconds >= 0 and row_count >= 0 and file_count >= 0),
  constraint backups_made_or_failed check ((name is null) = (fault is not null))
);
create index backups_made_at_idx on public.backups (made_at desc);

create table public.restore_drills (
  id bigint generated always as identity,
  done_at timestamptz not null default now(),
  -- The backup that was tried; null where there was none.
  name text,
  seconds real not null,
  row_count bigint not null default 0,
  file_count integer not null default 0,
  fault text,
  constraint restore_drills_pkey primary key (id),
  constraint restore_drills_name_length check (char_length(name) between 1 and 100),
  constraint restore_drills_fault_length check (char_length(fault) between 1 and 500),
  constraint restore_drills_counts_positive check (seconds >= 0 and row_count >= 0 and file_count >= 0)
);
create index restore_drills_done_at_idx on public.restore_drills (done_at desc);

-- One row as long as something is out of order; then it is an incident of the past.
create table public.alerts (
  id bigint generated always as identity,
  part text not null,
  began_at timestamptz not null default now(),
  -- The operator was written to; that it is over, too.
  told_at timestamptz,
  over_at timestamptz,
  constraint alerts_pkey primary key (id),
  constraint alerts_part_form check (part ~ '^[a-z-]{1,40}$'),
  constraint alerts_times_in_order check (over_at >= began_at)
);
create unique index alerts_one_at_a_time on public.alerts (part) where over_at is null;
create index alerts_began_at_idx on public.alerts (began_at desc);

-- O06: how long answers took, by route and hour. `buckets` counts answers up to each limit of app/operating/rules/figures.ts.
create table public.route_hours (
  hour timestamptz not null,
  method text not null,
  route text not null,
  answers integer not null,
  errors integer not null,
  buckets integer[] not null,
  constraint route_hours_pkey primary key (hour, route, method),
  constraint route_hours_method_length check (char_length(method) between 1 and 10),
  constraint route_hours_route_length check (char_length(route) between 1 and 200),
  constraint route_hours_counts_positive check (answers >= 0 and errors >= 0),
  constraint route_hours_buckets_size check (cardinality(buckets) between 1 and 40)
);

-- O18: minutes in which the site answered. What is missing between the first and now was an outage.
create table public.site_minutes (
  minute timestamptz not null,
  constraint site_minutes_pkey primary key (minute)
);

-- O07: what went wrong, by its place in the program; never a message that may hold what somebody typed.
create table public.error_groups (
  fingerprint text not null,
  what text not null,
  place text not null,
  occurrences integer not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- The last request in which it happened, for the search in the journal.
  last_request text,
  constraint error_groups_pkey primary key (fingerprint),
  constraint error_groups_fingerprint_form check (fingerprint ~ '^[0-9a-f]{16}$'),
  constraint error_groups_what_length check (char_length(what) between 1 and 200),
  constraint error_groups_place_length check (char_length(place) <= 300),
  constraint error_groups_last_request_length check (char_length(last_request) <= 40),
  constraint error_groups_occurrences_positive check (occurrences > 0)
);
create index error_groups_last_seen_at_idx on public.error_groups (last_seen_at desc);

do $$
declare
  relation text;
begin
  foreach relation in array array['backups', 'restore_drills', 'alerts', 'route_hours', 'site_minutes', 'error_groups'] loop
    execute format('alter table public.%I enable row level security', relation);
    execute format('alter table public.%I force row level security', relation);
    execute format('create policy system_all on public.%I to aurora_system using (true) with check (true)', relation);
    execute format('grant select, insert, update, delete on public.%I to aurora_system', relation);
  end loop;
end
$$;
