drop function public.set_salon_picture(uuid, text);
revoke update (avatar_url, cover_url) on public.profiles from aurora_app;
alter table public.salons drop constraint salons_picture_is_ours;
alter table public.profiles drop constraint profiles_pictures_are_ours;
drop table public.pictures;
