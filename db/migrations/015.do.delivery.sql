-- How a letter leaves: its job, what became of it, and the addresses that must not be written to (reliability 15).

-- One mailbox for the caps (C-23): `anne+1@…` and `anne+2@…` fill the same one.
create function public.mailbox_of(address public.citext) returns public.citext
  language sql immutable parallel safe strict
  set search_path = ''
  return pg_catalog.regexp_replace(pg_catalog.lower(address::text), '\+[^@]*@', '@')::public.citext;
grant execute on function public.mailbox_of(public.citext) to aurora_app, aurora_system;

alter table public.outbox
  -- Where it went, kept for the caps and for « nothing arrives and nothing says why » (C-03).
  add column sent_to public.citext,
  add column mailbox public.citext generated always as (public.mailbox_of(sent_to)) stored,
  -- The first time it passed the caps: counted once, however often it is tried.
  add column taken_at timestamptz,
  -- Why it was withheld or refused, or why the last try failed. Our words or a status, never the letter's.
  add column reason text,
  add column message_id text,
  -- What the provider says afterwards.
  add column arrival text,
  add column arrival_at timestamptz,
  -- The person is out of the row; template, state and times stay for the figures (M09).
  add column swept_at timestamptz,
  drop constraint outbox_addressed,
  add constraint outbox_addressed check (
    num_nonnulls(user_id, email) = 1 or (swept_at is not null and num_nonnulls(user_id, email) = 0)
  ),
  add constraint outbox_sent_to_length check (char_length(sent_to::text) between 3 and 254),
  add constraint outbox_mailbox_length check (char_length(mailbox::text) between 3 and 254),
  add constraint outbox_reason_length check (char_length(reason) between 1 and 200),
  add constraint outbox_message_id_length check (char_length(message_id) between 1 and 300),
  add constraint outbox_arrival_known
    check (arrival in ('delivered', 'soft_bounce', 'hard_bounce', 'complaint', 'blocked'));
create index outbox_mailbox_idx on public.outbox (mailbox, taken_at);
create index outbox_taken_at_idx on public.outbox (taken_at);
create index outbox_sent_to_idx on public.outbox (sent_to);
create index outbox_message_id_idx on public.outbox (message_id);
create index outbox_unswept_idx on public.outbox (created_at) where swept_at is null;

-- One row: how the way out stands. While it is shut, every letter waits.
create table public.mail_state (
  only_row boolean primary key default true,
  failures smallint not null default 0,
  shut_until timestamptz,
  reason text,
  changed_at timestamptz not null default now(),
  constraint mail_state_only_row check (only_row),
  constraint mail_state_reason_known check (reason in ('key', 'rate', 'away'))
);
insert into public.mail_state default values;

-- C-16: an address that bounces or complains is not written to. Without `stopped_at` it is only being counted.
create table public.mail_stops (
  email public.citext primary key,
  soft_bounces smallint not null default 0,
  reason text,
  stopped_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint mail_stops_email_length check (char_length(email::text) between 3 and 254),
  constraint mail_stops_reason_known check (reason in ('hard_bounce', 'soft_bounces', 'complaint')),
  constraint mail_stops_whole check (num_nonnulls(reason, stopped_at) in (0, 2))
);

-- What the provider has already told: it tells everything again until it is answered.
create table public.mail_events (
  hash text primary key,
  at timestamptz not null default now(),
  constraint mail_events_hash_hashed check (hash ~ '^[0-9a-f]{64}$')
);
create index mail_events_at_idx on public.mail_events (at);

alter table public.mail_state enable row level security;
alter table public.mail_state force row level security;
alter table public.mail_stops enable row level security;
alter table public.mail_stops force row level security;
alter table public.mail_events enable row level security;
alter table public.mail_events force row level security;
create policy system_all on public.mail_state to aurora_system using (true) with check (true);
create policy system_all on public.mail_stops to aurora_system using (true) with check (true);
create policy system_all on public.mail_events to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.mail_state, public.mail_stops, public.mail_events to aurora_system;

-- The queue's tables are made by its own library when a worker first starts, as the owner; see docs/decisions/014.
create schema graphile_worker;
grant usage on schema graphile_worker to aurora_system;

-- A job in the transaction that needs it. Where no worker has ever started there is no queue yet: the first one to
-- start adopts every row that waits, so nothing is lost by going without.
create function public.queue_job(task text, payload json, job_key text, run_at timestamptz, priority integer)
  returns void
  language plpgsql
  set search_path = ''
as $$
begin
  if has_table_privilege('aurora_system', to_regclass('graphile_worker._private_jobs'), 'insert') then
    perform graphile_worker.add_job(
      identifier => task,
      payload => payload,
      job_key => job_key,
      run_at => run_at,
      priority => priority
    );
  end if;
end
$$;
grant execute on function public.queue_job(text, json, text, timestamptz, integer) to aurora_system;

create function public.queue_letter() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  -- The daily letter lets those pass that somebody is waiting for.
  perform public.queue_job(
    'letter',
    json_build_object('id', new.id),
    'letter:' || new.id,
    now(),
    case new.template when 'dailyLetter' then 10 else 0 end
  );
  return null;
end
$$;
create trigger outbox_queue_letter
  after insert on public.outbox
  for each row when (new.state = 'queued')
  execute function public.queue_letter();

-- What a member is told about her own address, and nobody else's.
create function public.my_mail_trouble() returns table (reason text, stopped_at timestamptz)
  language sql stable security definer
  set search_path = ''
  begin atomic
    select s.reason, s.stopped_at
    from auth.users u
    join public.mail_stops s on s.email = u.email
    where u.id = auth.uid() and s.stopped_at is not null;
  end;

grant create on schema public to aurora_system;
alter function public.queue_letter() owner to aurora_system;
alter function public.my_mail_trouble() owner to aurora_system;
revoke create on schema public from aurora_system;
grant execute on function public.my_mail_trouble() to aurora_app;
