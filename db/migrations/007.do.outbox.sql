-- Every letter is a row here first, written in the transaction that causes it (architecture 5, reliability 15).
-- `props` are what the letter is written from; links and codes in them are blanked once it is sent or too late.
create table public.outbox (
  id uuid primary key default gen_random_uuid(),
  template text not null,
  props jsonb not null,
  -- To a member: her address is looked up when the letter leaves. To anybody else: the address itself.
  user_id uuid references auth.users (id) on delete cascade,
  email public.citext,
  -- What makes two rows the same letter: the second is not written.
  key text not null default gen_random_uuid()::text,
  state text not null default 'queued',
  attempts smallint not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '3 days',
  sent_at timestamptz,
  constraint outbox_key_key unique (key),
  constraint outbox_key_length check (char_length(key) between 1 and 200),
  constraint outbox_template_length check (char_length(template) between 1 and 60),
  constraint outbox_email_length check (char_length(email::text) between 3 and 254),
  constraint outbox_addressed check (num_nonnulls(user_id, email) = 1),
  constraint outbox_props_size check (octet_length(props::text) <= 65536),
  constraint outbox_state_known
    check (state in ('queued', 'sent', 'expired', 'withheld', 'refused', 'failed'))
);
create index outbox_user_id_idx on public.outbox (user_id);
create index outbox_email_idx on public.outbox (email);
create index outbox_waiting_idx on public.outbox (created_at) where state = 'queued';

alter table public.outbox enable row level security;
alter table public.outbox force row level security;
-- A member's own verbs may cause letters to herself; nobody makes the house write to somebody else.
create policy insert_own on public.outbox for insert to aurora_app
  with check (user_id = (select auth.uid()) and email is null);
create policy system_all on public.outbox to aurora_system using (true) with check (true);

grant insert (template, props, user_id, key, expires_at) on public.outbox to aurora_app;
grant select, insert, update, delete on public.outbox to aurora_system;
