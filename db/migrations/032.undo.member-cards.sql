drop trigger profiles_touch_authored on public.profiles;
drop function public.touch_authored();
drop function public.lock_my_salons();
drop function public.my_looks();
drop function public.look_at(uuid);
drop function public.count_members(text, text, text, integer);
drop function public.find_members(text, text, text, text, uuid, integer);
drop function public.directory_filter(text, text, text);
drop function public.towns_of_members(uuid);
drop function public.member_card(uuid);
drop view public.member_cards;
drop table public.profile_views;
drop table public.reports;
drop table public.blocks;
drop index public.profiles_by_interest;
drop index public.profiles_by_letters;
drop index public.profiles_by_city;
drop index public.profiles_by_name;
grant select (bio, city, interests, cover_url) on public.profiles to aurora_app;
alter table public.profiles
  drop constraint profiles_shown_to_known,
  drop column is_listed,
  drop column interests_shown_to,
  drop column city_shown_to,
  drop column bio_shown_to;
