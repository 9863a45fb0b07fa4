-- Pictures of members and salons (B01–B03): one row a picture, written when its files lie in the store, and removed before
-- they are. A profile or a salon that names the picture uses it; a row that nobody names is a draft, for a day.
create table public.pictures (
  name text not null,
  folder text not null,
  -- Whoever sent it. A salon's picture outlives her account.
  user_id uuid references auth.users (id) on delete set null,
  salon_id uuid references public.salons (id) on delete set null,
  -- Of the draft, in pixels.
  width integer not null,
  height integer not null,
  created_at timestamptz not null default now(),
  constraint pictures_pkey primary key (name),
  constraint pictures_name_form check (name ~ '^[0-9a-z]{25}$'),
  constraint pictures_folder_known check (folder in ('avatars', 'covers', 'salon-avatars')),
  constraint pictures_salon_in_its_folder check (salon_id is null or folder = 'salon-avatars'),
  constraint pictures_sides_positive check (width > 0 and height > 0)
);
create index pictures_user_id_idx on public.pictures (user_id, folder, created_at desc);
create index pictures_salon_id_idx on public.pictures (salon_id);
create index pictures_created_at_idx on public.pictures (created_at);

alter table public.pictures enable row level security;
alter table public.pictures force row level security;
create policy view_own on public.pictures for select to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.pictures to aurora_system using (true) with check (true);
grant select (name, folder, user_id, salon_id, width, height, created_at) on public.pictures to aurora_app;
grant select, insert, update, delete on public.pictures to aurora_system;

-- An address of ours and nothing else: a picture from elsewhere would tell its owner who looks at it.
alter table public.profiles add constraint profiles_pictures_are_ours check (
  (avatar_url is null or avatar_url ~ '^/(fichiers|portraits)/[a-z0-9./-]+$')
  and (cover_url is null or cover_url ~ '^/(fichiers|couvertures)/[a-z0-9./-]+$')
);
alter table public.salons add constraint salons_picture_is_ours check (avatar_url ~ '^/fichiers/[a-z0-9./-]+$');
grant update (avatar_url, cover_url) on public.profiles to aurora_app;

-- B02: by its owner and its moderators. Gives the address of before. Of salons.
create function public.set_salon_picture(salon uuid, address text) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  before text;
begin
  if not exists (
    select
    from public.salon_members m
    where m.salon_id = salon and m.user_id = auth.uid() and m.role in ('owner', 'moderator')
  ) then
    raise exception 'salon_role' using errcode = 'AU403';
  end if;
  select s.avatar_url into before from public.salons s where s.id = salon for no key update;
  update public.salons set avatar_url = address where id = salon;
  return before;
end
$$;

grant create on schema public to aurora_system;
alter function public.set_salon_picture(uuid, text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.set_salon_picture(uuid, text) from public;
grant execute on function public.set_salon_picture(uuid, text) to aurora_app;
