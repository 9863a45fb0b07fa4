-- W07–W09: what came of the last try of each part of the site; words of the program, never a setting's value.
create table public.self_tests (
  name text not null,
  outcome text not null,
  words text not null,
  done_at timestamptz not null default now(),
  constraint self_tests_pkey primary key (name),
  constraint self_tests_name_form check (name ~ '^[a-z]{1,40}$'),
  constraint self_tests_outcome_known check (outcome in ('passed', 'failed', 'off')),
  constraint self_tests_words_length check (char_length(words) between 1 and 500)
);
alter table public.self_tests enable row level security;
alter table public.self_tests force row level security;
create policy system_all on public.self_tests to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.self_tests to aurora_system;
