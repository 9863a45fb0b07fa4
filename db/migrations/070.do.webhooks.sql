-- Z03: who else is told of events of this site, and what became of each telling. A telling is written in the transaction
-- of its event, so that there is one for what was done and none for what was undone. It names members by id alone.
create table public.webhooks (
  id uuid not null default gen_random_uuid(),
  address text not null,
  events text[] not null,
  -- Signs what is sent (Standard Webhooks); the receiver has it too.
  secret text not null,
  created_at timestamptz not null default now(),
  -- Since when nothing has been taken; null: the last one was.
  failing_since timestamptz,
  off_at timestamptz,
  off_reason text,
  constraint webhooks_pkey primary key (id),
  constraint webhooks_address_form check (char_length(address) <= 500 and address ~ '^https?://'),
  constraint webhooks_events_count check (cardinality(events) between 1 and 20),
  constraint webhooks_events_form check (events::text ~ '^[{][a-z.,]{3,255}[}]$'),
  constraint webhooks_secret_form check (secret ~ '^whsec_[A-Za-z0-9+/=]{24,100}$'),
  constraint webhooks_off_reason_known check (off_reason in ('team', 'gone', 'failing')),
  constraint webhooks_off_explained check ((off_at is null) = (off_reason is null))
);

create table public.webhook_tellings (
  id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  event text not null,
  -- What is sent; emptied as soon as nothing is sent any more.
  payload jsonb not null,
  created_at timestamptz not null default now(),
  state text not null default 'waiting',
  attempts integer not null default 0,
  tried_at timestamptz,
  -- The last answer's code; null: there was none, and `fault` says why.
  status integer,
  fault text,
  constraint webhook_tellings_pkey primary key (id),
  constraint webhook_tellings_webhook_id_fkey foreign key (webhook_id) references public.webhooks (id) on delete cascade,
  constraint webhook_tellings_event_form check (event ~ '^[a-z]+\.[a-z]+$'),
  constraint webhook_tellings_payload_size check (octet_length(payload::text) <= 4000),
  constraint webhook_tellings_state_known check (state in ('waiting', 'taken', 'failed')),
  constraint webhook_tellings_attempts_positive check (attempts >= 0),
  constraint webhook_tellings_status_range check (status between 100 and 999),
  constraint webhook_tellings_fault_known check (fault in ('private', 'unknown', 'late', 'refused', 'large'))
);
create index webhook_tellings_webhook_id_idx on public.webhook_tellings (webhook_id, created_at desc);
create index webhook_tellings_created_at_idx on public.webhook_tellings (created_at desc);

do $$
declare
  relation text;
begin
  foreach relation in array array['webhooks', 'webhook_tellings'] loop
    execute format('alter table public.%I enable row level security', relation);
    execute format('alter table public.%I force row level security', relation);
    execute format('create policy system_all on public.%I to aurora_system using (true) with check (true)', relation);
    execute format('grant select, insert, update, delete on public.%I to aurora_system', relation);
  end loop;
end
$$;

-- One row for each receiver that wants the event; without receivers this reads one empty index.
create function public.tell_webhooks(about text, data jsonb) returns void
  language sql volatile security definer
  set search_path = ''
  begin atomic
    insert into public.webhook_tellings (webhook_id, event, payload)
    select w.id, about, jsonb_build_object(
      'type', about, 'timestamp', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'data', data
    )
    from public.webhooks w
    where w.off_at is null and about = any (w.events);
  end;

create function public.queue_telling() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.queue_job('webhook', json_build_object('id', new.id), 'webhook:' || new.id, now(), 20);
  return null;
end
$$;
create trigger webhook_tellings_queue
  after insert on public.webhook_tellings
  for each row execute function public.queue_telling();

create function public.tell_of_members() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if public.is_import() then
    return null;
  end if;
  case tg_op
    when 'INSERT' then perform public.tell_webhooks('member.created', jsonb_build_object('member', new.id));
    when 'DELETE' then perform public.tell_webhooks('member.deleted', jsonb_build_object('member', old.id));
    else
      perform public.tell_webhooks(
        'subscription.changed', jsonb_build_object('member', new.id, 'plan', new.subscription_type)
      );
  end case;
  return null;
end
$$;
create trigger profiles_tell_webhooks
  after insert or delete on public.profiles
  for each row execute function public.tell_of_members();
create trigger profiles_tell_webhooks_of_plans
  after update of subscription_type on public.profiles
  for each row when (old.subscription_type is distinct from new.subscription_type)
  execute function public.tell_of_members();

create function public.tell_of_salons() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if public.is_import() then
    return null;
  end if;
  if tg_op = 'INSERT' then
    perform public.tell_webhooks(
      'salon.created', jsonb_build_object('salon', new.id, 'visibility', new.visibility)
    );
  else
    perform public.tell_webhooks('salon.deleted', jsonb_build_object('salon', old.id));
  end if;
  return null;
end
$$;
create trigger salons_tell_webhooks
  after insert or delete on public.salons
  for each row execute function public.tell_of_salons();

create function public.tell_of_courses() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.tell_webhooks(
    case tg_op when 'INSERT' then 'course.started' else 'course.finished' end,
    jsonb_build_object('member', new.user_id, 'course', c.slug)
  )
  from public.courses c
  where c.id = new.course_id and not public.is_import();
  return null;
end
$$;
create trigger enrollments_tell_webhooks
  after insert on public.enrollments
  for each row execute function public.tell_of_courses();
create trigger enrollments_tell_webhooks_of_ends
  after update of completed_at on public.enrollments
  for each row when (old.completed_at is null and new.completed_at is not null)
  execute function public.tell_of_courses();

grant create on schema public to aurora_system;
alter function public.tell_webhooks(text, jsonb) owner to aurora_system;
alter function public.queue_telling() owner to aurora_system;
alter function public.tell_of_members() owner to aurora_system;
alter function public.tell_of_salons() owner to aurora_system;
alter function public.tell_of_courses() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.tell_webhooks(text, jsonb), public.queue_telling(), public.tell_of_members(), public.tell_of_salons(),
  public.tell_of_courses()
from public;
