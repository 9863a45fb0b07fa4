-- U17, G04: each look of the staff into something private leaves a line, and the member reads it.
create table public.audit_log (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  -- Who looked; kept from the member, who is told that it was the team.
  actor_id uuid references auth.users (id) on delete set null,
  subject_id uuid not null references auth.users (id) on delete cascade,
  action text not null,
  constraint audit_log_pkey primary key (id),
  constraint audit_log_action_known check (action in ('mail_history', 'mail_stop_lifted'))
);
create index audit_log_subject_id_idx on public.audit_log (subject_id, at desc);
create index audit_log_actor_id_idx on public.audit_log (actor_id);

alter table public.audit_log enable row level security;
alter table public.audit_log force row level security;
create policy select_own on public.audit_log for select to aurora_app
  using (subject_id = (select auth.uid()));
create policy system_all on public.audit_log to aurora_system using (true) with check (true);

grant select (id, at, subject_id, action) on public.audit_log to aurora_app;
-- Written once: not even the system role changes or removes a line; it goes with the member.
grant select, insert on public.audit_log to aurora_system;
