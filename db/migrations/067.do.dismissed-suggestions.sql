-- Z11: what a member does not want to be suggested again. Of each row one of the three is named.
create table public.dismissed_suggestions (
  user_id uuid not null references auth.users (id) on delete cascade,
  salon_id uuid references public.salons (id) on delete cascade,
  member_id uuid references auth.users (id) on delete cascade,
  course_id uuid references public.courses (id) on delete cascade,
  constraint dismissed_suggestions_once unique nulls not distinct (user_id, salon_id, member_id, course_id),
  constraint dismissed_suggestions_of_one check (num_nonnulls(salon_id, member_id, course_id) = 1)
);
create index dismissed_suggestions_salon_id_idx on public.dismissed_suggestions (salon_id) where salon_id is not null;
create index dismissed_suggestions_member_id_idx on public.dismissed_suggestions (member_id) where member_id is not null;
create index dismissed_suggestions_course_id_idx on public.dismissed_suggestions (course_id) where course_id is not null;

alter table public.dismissed_suggestions enable row level security;
alter table public.dismissed_suggestions force row level security;
create policy view_own on public.dismissed_suggestions for select to aurora_app
  using (user_id = (select auth.uid()));
create policy insert_own on public.dismissed_suggestions for insert to aurora_app
  with check (user_id = (select auth.uid()));
create policy delete_own on public.dismissed_suggestions for delete to aurora_app
  using (user_id = (select auth.uid()));
create policy system_all on public.dismissed_suggestions to aurora_system using (true) with check (true);
grant select, delete on public.dismissed_suggestions to aurora_app;
grant insert (user_id, salon_id, member_id, course_id) on public.dismissed_suggestions to aurora_app;
grant select, insert, update, delete on public.dismissed_suggestions to aurora_system;
