-- Issue 13 part 6: accounts that the team closes for a while, and what of the team's acts the member reads (U17).
create table auth.suspensions (
  id bigint generated always as identity,
  user_id uuid not null references auth.users (id) on delete cascade,
  -- Read by the member.
  reason text not null,
  started_at timestamptz not null default now(),
  -- Null: until it is lifted.
  ends_at timestamptz,
  lifted_at timestamptz,
  -- What the member answers, once.
  appeal text,
  appealed_at timestamptz,
  constraint suspensions_pkey primary key (id),
  constraint suspensions_reason_length check (char_length(reason) between 3 and 1000),
  constraint suspensions_appeal_length check (char_length(appeal) between 3 and 2000),
  constraint suspensions_ends_later check (ends_at > started_at)
);
create index suspensions_user_id_idx on auth.suspensions (user_id);
create unique index suspensions_one_at_a_time on auth.suspensions (user_id) where lifted_at is null;

alter table auth.suspensions enable row level security;
alter table auth.suspensions force row level security;
create policy system_all on auth.suspensions to aurora_system using (true) with check (true);
grant select, insert, update, delete on auth.suspensions to aurora_system;

alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known check (
  action in (
    'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up', 'account_opened',
    'role_moderator', 'role_admin', 'suspended', 'suspension_lifted'
  )
);
