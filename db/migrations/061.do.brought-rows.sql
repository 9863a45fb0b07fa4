-- P03, U05: rows of a copy that a member has brought from another Aurora50 and that cannot be in force here: messages of
-- other salons, invoices, certificates of that site. They are for her next copy alone, at the places that they had.
create table public.brought_rows (
  user_id uuid not null references auth.users (id) on delete cascade,
  of_table text not null,
  place integer not null,
  data jsonb not null,
  constraint brought_rows_pkey primary key (user_id, of_table, place),
  constraint brought_rows_of_table_length check (char_length(of_table) between 1 and 100),
  constraint brought_rows_place_range check (place >= 0)
);

alter table public.brought_rows enable row level security;
alter table public.brought_rows force row level security;
create policy system_all on public.brought_rows to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.brought_rows to aurora_system;
