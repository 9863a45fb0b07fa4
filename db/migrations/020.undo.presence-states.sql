drop function public.others_in_my_salons();
drop function public.presence_of_members(uuid);
drop function public.people_here(uuid);
drop view public.salon_presence;
drop view public.member_presence;

create policy view_salon on public.presence_leases for select to aurora_app
  using (salon_id in (select public.my_salon_ids()));
grant select on public.presence_leases to aurora_app;
alter table public.presence_leases drop column shown_as;

drop trigger profiles_updated_at on public.profiles;
create trigger profiles_updated_at
  before update on public.profiles
  for each row execute function public.update_updated_at();
comment on column public.profiles.presence_status is null;
alter table public.profiles drop column shows_last_seen;
create or replace function public.my_profile() returns setof public.profiles
  language sql stable security definer
  set search_path = ''
  begin atomic
    select * from public.profiles where id = auth.uid();
  end;
alter table auth.sessions drop column active_at;
