drop function public.my_profile();
drop trigger users_copy_address on auth.users;
drop function auth.handle_changed_address();
drop trigger users_make_profile on auth.users;
drop function auth.handle_new_user();
drop table public.profiles;
drop function public.plan_in_force(text, timestamptz);
drop table public.plan_limits;
