-- Z07: how many people met which limit in which week, and who they were nowhere. `note_offer` writes a limit that was met
-- once in seven days for each of them.
create table public.limit_weeks (
  what text not null,
  -- In Paris.
  monday date not null,
  people integer not null,
  constraint limit_weeks_pkey primary key (what, monday),
  constraint limit_weeks_what_length check (char_length(what) between 1 and 60),
  constraint limit_weeks_counted check (people > 0)
);
create index limit_weeks_monday_idx on public.limit_weeks (monday);

alter table public.limit_weeks enable row level security;
alter table public.limit_weeks force row level security;
create policy system_all on public.limit_weeks to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.limit_weeks to aurora_system;

create function public.count_limit_met() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  insert into public.limit_weeks as l (what, monday, people)
  select k.what, date_trunc('week', now() at time zone 'Europe/Paris')::date, 1
  from jsonb_object_keys(new.conversion_triggers) k (what)
  where new.conversion_triggers -> k.what -> 'shown_at'
    is distinct from coalesce(old.conversion_triggers, '{}') -> k.what -> 'shown_at'
  on conflict (what, monday) do update
  set people = l.people + 1;
  return null;
end
$$;
create trigger limit_met after update of conversion_triggers on public.profiles
  for each row when (old.conversion_triggers is distinct from new.conversion_triggers)
  execute function public.count_limit_met();
revoke execute on function public.count_limit_met() from public;
