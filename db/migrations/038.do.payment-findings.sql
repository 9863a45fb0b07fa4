-- What the reconciliation of a night found and put right, and what nobody but the team can put right (S09).
create table public.payment_findings (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  -- `repaired`: the mirror said something else than Stripe. `stranger`: Stripe bills a customer that is none of ours.
  kind text not null,
  customer_id text not null,
  subscription_id text not null,
  -- What the mirror said, and what Stripe says.
  mirror_says text,
  stripe_says text,
  seen_at timestamptz,
  constraint payment_findings_pkey primary key (id),
  constraint payment_findings_kind_known check (kind in ('repaired', 'stranger')),
  constraint payment_findings_customer_id_length check (char_length(customer_id) between 1 and 255),
  constraint payment_findings_subscription_id_length check (char_length(subscription_id) between 1 and 255),
  constraint payment_findings_mirror_says_length check (char_length(mirror_says) <= 200),
  constraint payment_findings_stripe_says_length check (char_length(stripe_says) <= 200)
);
-- Found every night until somebody has looked: told once.
create unique index payment_findings_unseen_key on public.payment_findings (kind, subscription_id) where seen_at is null;

alter table public.payment_findings enable row level security;
alter table public.payment_findings force row level security;
create policy system_all on public.payment_findings to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.payment_findings to aurora_system;
