alter table public.profiles
  add column current_salon_id uuid,
  add constraint profiles_current_salon_id_fkey
  foreign key (current_salon_id) references public.salons (id) on delete set null;
create index profiles_current_salon_id_idx on public.profiles (current_salon_id);
