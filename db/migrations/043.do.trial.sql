-- G16, D21: a trial of Premium without a card, when a member asks for it. D24: which limit has led to an offer.

-- One trial for a person and one for an address, whatever the account: so a row outlives the account. What stays of it then
-- is an HMAC of the mailbox with a key of the site (auth.seals), which nobody can turn back into an address or compare with
-- a list of addresses without that key; and nothing that says who it was.
create table public.trials (
  address_hash text,
  user_id uuid references public.profiles (id) on delete set null,
  started_at timestamptz not null default now(),
  ends_at timestamptz not null,
  -- The letters of three days before and of the end are in the outbox, or were not needed.
  warned_at timestamptz,
  ended_told_at timestamptz,
  constraint trials_pkey primary key (address_hash),
  constraint trials_user_id_key unique (user_id),
  constraint trials_address_hash_hashed check (address_hash ~ '^[A-Za-z0-9_-]{43}$'),
  constraint trials_ends_after_start check (ends_at > started_at)
);
create index trials_untold_idx on public.trials (ends_at) where ended_told_at is null;

alter table public.trials enable row level security;
alter table public.trials force row level security;
create policy system_all on public.trials to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.trials to aurora_system;

-- Of members: what a page shows, and plan_of() reads.
create function public.show_trial() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  update public.profiles set trial_ends_at = new.ends_at where id = new.user_id;
  return null;
end
$$;
create trigger trials_show
  after insert or update of ends_at on public.trials
  for each row when (new.user_id is not null) execute function public.show_trial();

-- D24. Of a limit: `shown_at`, `shown_times`, `opened_at`, `opened_times`. The same offer is not shown twice in seven days.
create function public.offer_is_due(what text) returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.profiles p
      where p.id = auth.uid()
        and public.plan_of(p) = 'freemium'
        and coalesce((p.conversion_triggers -> what ->> 'shown_at')::timestamptz < now() - interval '7 days', true)
    );
  end;

-- Of members. False: an offer that is not due, so it must not be shown. `act`: shown, opened.
create function public.note_offer(what text, act text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  if act not in ('shown', 'opened')
    or what not in ('messages_per_day', 'profile_views_per_day', 'salons_owned', 'salons_joined', 'paid_lessons')
  then
    return false;
  end if;
  update public.profiles p
  set conversion_triggers = coalesce(p.conversion_triggers, '{}') || jsonb_build_object(
    what,
    coalesce(p.conversion_triggers -> what, '{}') || jsonb_build_object(
      act || '_at', now(),
      act || '_times', coalesce((p.conversion_triggers -> what ->> (act || '_times'))::integer, 0) + 1
    )
  )
  where p.id = auth.uid()
    and (
      act = 'opened'
      or coalesce((p.conversion_triggers -> what ->> 'shown_at')::timestamptz < now() - interval '7 days', true)
    );
  return found;
end
$$;

grant create on schema public to aurora_system;
alter function public.offer_is_due(text) owner to aurora_system;
alter function public.note_offer(text, text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.show_trial(), public.offer_is_due(text), public.note_offer(text, text) from public;
grant execute on function public.offer_is_due(text), public.note_offer(text, text) to aurora_app;
