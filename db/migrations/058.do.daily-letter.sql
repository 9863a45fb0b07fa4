-- U08, C-14, C-15: when a member is written to, how often at most, and what her daily letter has told her already.

-- A member without a row has the defaults.
create table public.mail_rhythms (
  user_id uuid not null references auth.users (id) on delete cascade,
  -- In her own time: the hour of the daily letter, and the hours in which no optional letter leaves.
  hour smallint not null default 18,
  zone text not null default 'Europe/Paris',
  quiet_from smallint,
  quiet_until smallint,
  -- Optional letters of all kinds in seven days.
  per_week smallint not null default 7,
  -- The last day, in her own time, that had a daily letter.
  last_day date,
  constraint mail_rhythms_pkey primary key (user_id),
  constraint mail_rhythms_hour_known check (hour between 0 and 23),
  constraint mail_rhythms_zone_known check (
    zone = any (array[
      'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'America/Miquelon', 'Indian/Reunion',
      'Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Wallis', 'America/Toronto'
    ])
  ),
  constraint mail_rhythms_quiet_whole check (
    num_nonnulls(quiet_from, quiet_until) in (0, 2)
    and coalesce(quiet_from between 0 and 23 and quiet_until between 0 and 23 and quiet_from <> quiet_until, true)
  ),
  constraint mail_rhythms_per_week_known check (per_week in (1, 3, 7))
);

-- Up to which message of a salon a daily letter has told: no item is told twice.
create table public.mail_marks (
  user_id uuid not null references auth.users (id) on delete cascade,
  salon_id uuid not null references public.salons (id) on delete cascade,
  seq bigint not null,
  constraint mail_marks_pkey primary key (user_id, salon_id)
);
create index mail_marks_salon_id_idx on public.mail_marks (salon_id);

alter table public.mail_rhythms enable row level security;
alter table public.mail_rhythms force row level security;
alter table public.mail_marks enable row level security;
alter table public.mail_marks force row level security;
create policy select_own on public.mail_rhythms for select to aurora_app using (user_id = (select auth.uid()));
create policy insert_own on public.mail_rhythms for insert to aurora_app with check (user_id = (select auth.uid()));
create policy update_own on public.mail_rhythms for update to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.mail_rhythms to aurora_system using (true) with check (true);
create policy system_all on public.mail_marks to aurora_system using (true) with check (true);
grant select on public.mail_rhythms to aurora_app;
grant insert (user_id, hour, zone, quiet_from, quiet_until, per_week) on public.mail_rhythms to aurora_app;
grant update (hour, zone, quiet_from, quiet_until, per_week) on public.mail_rhythms to aurora_app;
grant select, insert, update, delete on public.mail_rhythms, public.mail_marks to aurora_system;

-- Optional letters that were taken to a member in the last seven days.
create function public.letters_this_week(member uuid) returns bigint
  language sql stable
  set search_path = ''
  begin atomic
    select count(*)
    from public.outbox o
    join public.mail_kinds k on k.kind = o.template
    where o.user_id = member
      and (o.taken_at > now() - interval '7 days' or (o.taken_at is null and o.state = 'queued'));
  end;
-- The asker's own, for her settings.
create function public.my_letters_this_week() returns bigint
  language sql stable security definer
  set search_path = ''
  begin atomic
    select public.letters_this_week(auth.uid());
  end;

grant create on schema public to aurora_system;
alter function public.my_letters_this_week() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.letters_this_week(uuid), public.my_letters_this_week() from public;
grant execute on function public.letters_this_week(uuid) to aurora_system;
grant execute on function public.my_letters_this_week() to aurora_app;
