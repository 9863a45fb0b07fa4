-- The mirror of what Stripe knows (S03 to S09, reliability 14). Stripe is the truth: rows are written from what it answers,
-- never from what a browser or an event says, and the plan of a profile follows from them alone.

-- D22: one customer for life. Another row for the same member exists only after the first was deleted at Stripe by hand,
-- or for the other mode (test, live).
create table public.stripe_customers (
  id text primary key,
  -- Null: the account is erased; the invoices are kept as the law asks.
  user_id uuid references auth.users (id) on delete set null,
  livemode boolean not null,
  -- Rises with every application of Stripe's state: whoever fetched before another one applied fetches again.
  version bigint not null default 0,
  -- D23: the Checkout Session last opened. Two windows that open one at once use the same idempotency key because of it.
  checkout_session_id text,
  checkout_plan text,
  created_at timestamptz not null default now(),
  synced_at timestamptz,
  -- Deleted at Stripe.
  gone_at timestamptz,
  constraint stripe_customers_id_length check (char_length(id) between 4 and 255),
  constraint stripe_customers_checkout_session_id_length check (char_length(checkout_session_id) between 4 and 255),
  constraint stripe_customers_checkout_plan_known check (checkout_plan in ('premium', 'annuel'))
);
create unique index stripe_customers_user_id_key on public.stripe_customers (user_id, livemode) where gone_at is null;
create index stripe_customers_user_id_idx on public.stripe_customers (user_id);

create table public.subscriptions (
  -- Stripe's; of one that the team gave: `offert_` and a random part.
  id text primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  -- Null: given by the team, and Stripe knows nothing of it (D19).
  customer_id text references public.stripe_customers (id) on delete restrict,
  livemode boolean not null default false,
  -- Null: a price, a currency or a number of them that this site never configured. It opens nothing.
  plan text,
  price_id text,
  -- Stripe's word. A word that we do not know opens nothing.
  status text not null,
  started_at timestamptz not null default now(),
  current_period_start timestamptz,
  current_period_end timestamptz,
  -- Set: it ends then, whatever was paid before.
  cancel_at timestamptz,
  canceled_at timestamptz,
  ended_at timestamptz,
  -- When the invoice was made that is not paid.
  past_due_since timestamptz,
  -- The plan that follows at the end of the period (year to month).
  next_plan text,
  -- Set by a trigger: from then on it opens nothing. Null: no end is known.
  access_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscriptions_id_length check (char_length(id) between 4 and 255),
  constraint subscriptions_customer_id_length check (char_length(customer_id) between 4 and 255),
  constraint subscriptions_plan_known check (plan in ('premium', 'annuel')),
  constraint subscriptions_next_plan_known check (next_plan in ('premium', 'annuel')),
  constraint subscriptions_price_id_length check (char_length(price_id) between 1 and 255),
  constraint subscriptions_status_length check (char_length(status) between 1 and 40)
);
create index subscriptions_user_id_idx on public.subscriptions (user_id);
create index subscriptions_customer_id_idx on public.subscriptions (customer_id);
create index subscriptions_access_until_idx on public.subscriptions (access_until) where access_until is not null;

create table public.invoices (
  id text primary key,
  customer_id text not null references public.stripe_customers (id) on delete restrict,
  -- Null: the account is erased. Invoices stay for ten years (Code de commerce, L123-22).
  user_id uuid references auth.users (id) on delete set null,
  -- No key: an invoice may come before its subscription, and stays after it.
  subscription_id text,
  livemode boolean not null,
  number text,
  status text not null,
  billing_reason text,
  currency text not null,
  total_cents bigint not null,
  paid_cents bigint not null,
  refunded_cents bigint not null default 0,
  -- A bank asks for the money back (charge.dispute.created); Stripe's word for where that stands.
  dispute text,
  plan text,
  -- What it pays for: the dates of its line.
  period_start timestamptz,
  period_end timestamptz,
  payment_intent_id text,
  hosted_url text,
  pdf_url text,
  attempt_count integer not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  paid_at timestamptz,
  updated_at timestamptz not null default now(),
  constraint invoices_id_length check (char_length(id) between 4 and 255),
  constraint invoices_customer_id_length check (char_length(customer_id) between 4 and 255),
  constraint invoices_subscription_id_length check (char_length(subscription_id) between 4 and 255),
  constraint invoices_number_length check (char_length(number) between 1 and 100),
  constraint invoices_status_length check (char_length(status) between 1 and 40),
  constraint invoices_billing_reason_length check (char_length(billing_reason) between 1 and 60),
  constraint invoices_currency_length check (char_length(currency) = 3),
  constraint invoices_dispute_length check (char_length(dispute) between 1 and 60),
  constraint invoices_plan_known check (plan in ('premium', 'annuel')),
  constraint invoices_payment_intent_id_length check (char_length(payment_intent_id) between 4 and 255),
  constraint invoices_urls_length check (char_length(hosted_url) <= 2000 and char_length(pdf_url) <= 2000)
);
create index invoices_user_id_idx on public.invoices (user_id, created_at desc);
create index invoices_customer_id_idx on public.invoices (customer_id);
create index invoices_troubled_idx on public.invoices (created_at desc) where refunded_cents > 0 or dispute is not null;

-- An event is stored by the transaction that applies it; told again, it changes nothing.
create table public.stripe_events (
  id text primary key,
  type text not null,
  customer_id text,
  livemode boolean not null,
  api_version text,
  -- Stripe's time.
  created_at timestamptz not null,
  received_at timestamptz not null default now(),
  -- `review`: nothing could be done with it, and somebody of the team should look.
  verdict text not null,
  reason text,
  -- Of those for review alone.
  body text,
  reviewed_at timestamptz,
  constraint stripe_events_id_length check (char_length(id) between 1 and 255),
  constraint stripe_events_type_length check (char_length(type) between 1 and 120),
  constraint stripe_events_customer_id_length check (char_length(customer_id) between 1 and 255),
  constraint stripe_events_api_version_length check (char_length(api_version) between 1 and 60),
  constraint stripe_events_verdict_known check (verdict in ('applied', 'review')),
  constraint stripe_events_reason_length check (char_length(reason) between 1 and 60),
  constraint stripe_events_body_length check (char_length(body) <= 20000)
);
create index stripe_events_review_idx on public.stripe_events (received_at desc)
  where verdict = 'review' and reviewed_at is null;
create index stripe_events_received_at_idx on public.stripe_events (received_at);

-- Whom a row is about is known by its customer: metadata of an event names nobody.
create function public.date_subscription() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.access_until := case
    when new.status = 'past_due' then least(new.past_due_since + interval '14 days', new.cancel_at)
    else coalesce(new.ended_at, new.cancel_at)
  end;
  return new;
end
$$;
create trigger subscriptions_date
  before insert or update on public.subscriptions
  for each row execute function public.date_subscription();

-- A plan is opened by status and price together (plan), never by one of them alone; fourteen days of grace for what is
-- past due (S08). Of two, the longer one counts: « annuel » comes before « premium ».
create function public.paid_plan(member uuid, out plan text, out since timestamptz)
  language sql stable
  set search_path = ''
  begin atomic
    select coalesce(min(s.plan), 'freemium'), min(s.started_at)
    from public.subscriptions s
    where s.user_id = member
      and s.plan is not null
      and s.status in ('active', 'trialing', 'past_due')
      and (s.access_until is null or s.access_until > now());
  end;

-- D19: nobody writes the plan of a profile, not even the system: it is what is paid.
create function public.keep_plan() returns trigger
  language plpgsql
  set search_path = ''
as $$
declare
  paid record := public.paid_plan(new.id);
begin
  -- W04: a profile that is made anew has its plan from what is paid.
  if tg_op = 'INSERT' and new.subscription_type = 'freemium' then
    new.subscription_type := paid.plan;
  end if;
  if new.subscription_type is distinct from paid.plan then
    raise exception using errcode = 'AU403', message = 'plan_follows_payment';
  end if;
  new.subscription_started_at := paid.since;
  return new;
end
$$;

-- The only writer of the plan, of members: sets it to what is paid now.
create function public.follow_payment(member uuid) returns void
  language plpgsql volatile
  set search_path = ''
as $$
declare
  paid record := public.paid_plan(member);
begin
  update public.profiles p
  set subscription_type = paid.plan, subscription_started_at = paid.since
  where p.id = member
    and (p.subscription_type, p.subscription_started_at) is distinct from (paid.plan, paid.since);
end
$$;

create function public.subscription_changed() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  perform public.follow_payment(coalesce(new.user_id, old.user_id));
  return null;
end
$$;
create trigger subscriptions_follow
  after insert or update or delete on public.subscriptions
  for each row execute function public.subscription_changed();

-- D22, D23, of members: the profile shows its customer and the Checkout Session last opened under their old names.
create function public.show_customer() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  update public.profiles
  set
    stripe_customer_id = case when new.gone_at is null then new.id end,
    stripe_session_id = new.checkout_session_id
  where id = new.user_id;
  return null;
end
$$;
create trigger stripe_customers_show
  after insert or update of checkout_session_id, gone_at on public.stripe_customers
  for each row when (new.user_id is not null) execute function public.show_customer();

-- What profiles said before there was a mirror was given by the team.
insert into public.subscriptions (id, user_id, plan, status, started_at)
select
  'offert_' || gen_random_uuid(), p.id, p.subscription_type, 'active', coalesce(p.subscription_started_at, p.created_at)
from public.profiles p
where p.subscription_type <> 'freemium';

create trigger profiles_keep_plan
  before insert or update of subscription_type, subscription_started_at on public.profiles
  for each row execute function public.keep_plan();

alter table public.stripe_customers enable row level security;
alter table public.stripe_customers force row level security;
alter table public.subscriptions enable row level security;
alter table public.subscriptions force row level security;
alter table public.invoices enable row level security;
alter table public.invoices force row level security;
alter table public.stripe_events enable row level security;
alter table public.stripe_events force row level security;

create policy select_own on public.subscriptions for select to aurora_app using (user_id = (select auth.uid()));
create policy select_own on public.invoices for select to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.stripe_customers to aurora_system using (true) with check (true);
create policy system_all on public.subscriptions to aurora_system using (true) with check (true);
create policy system_all on public.invoices to aurora_system using (true) with check (true);
create policy system_all on public.stripe_events to aurora_system using (true) with check (true);

-- A member reads what her pages show; customers and events are the system's.
grant select (
  id, user_id, plan, status, started_at, current_period_start, current_period_end, cancel_at, canceled_at, ended_at,
  past_due_since, next_plan, access_until
) on public.subscriptions to aurora_app;
grant select (
  id, user_id, number, status, currency, total_cents, paid_cents, refunded_cents, plan, period_start, period_end,
  hosted_url, pdf_url, next_attempt_at, created_at, paid_at
) on public.invoices to aurora_app;
grant select, insert, update, delete on
  public.stripe_customers, public.subscriptions, public.invoices, public.stripe_events
to aurora_system;

grant execute on function public.paid_plan(uuid), public.follow_payment(uuid) to aurora_system;
