-- What a plan opens (G17). Null means without limit. One place for the numbers.
create table public.plan_limits (
  plan text primary key,
  messages_per_day integer,
  profile_views_per_day integer,
  salons_owned integer,
  salons_joined integer,
  constraint plan_limits_plan_known check (plan in ('freemium', 'premium', 'annuel'))
);
insert into public.plan_limits values
  ('freemium', 20, 15, 1, 3),
  ('premium', null, null, null, null),
  ('annuel', null, null, null, null);

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  full_name text,
  avatar_url text,
  cover_url text,
  bio text,
  city text,
  email public.citext,
  interests text[] not null default '{}',
  app_role text not null default 'member',
  status text not null default 'offline',
  presence_status text not null default 'offline',
  is_manual_status boolean not null default false,
  auto_offline_after integer not null default 300,
  last_activity timestamptz,
  last_activity_reset timestamptz,
  status_updated_at timestamptz,
  current_salon_id uuid,
  onboarding_completed boolean not null default false,
  onboarding_answers jsonb,
  subscription_type text not null default 'freemium',
  subscription_started_at timestamptz,
  trial_ends_at timestamptz,
  stripe_customer_id text,
  stripe_session_id text,
  conversion_triggers jsonb,
  daily_chat_count integer not null default 0,
  daily_profile_views integer not null default 0,
  -- D27: salons owned, and salons joined without owning them.
  salons_created integer not null default 0,
  salons_joined integer not null default 0,
  text_size smallint not null default 1,
  theme text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint profiles_full_name_length check (char_length(full_name) between 1 and 80),
  constraint profiles_bio_length check (char_length(bio) <= 2000),
  constraint profiles_city_length check (char_length(city) <= 80),
  constraint profiles_interests_size check (cardinality(interests) <= 30),
  constraint profiles_interests_length check (char_length(interests::text) <= 2000),
  constraint profiles_avatar_url_length check (char_length(avatar_url) <= 300),
  constraint profiles_cover_url_length check (char_length(cover_url) <= 300),
  constraint profiles_app_role_known check (app_role in ('member', 'author', 'moderator', 'admin')),
  constraint profiles_status_known check (status in ('online', 'away', 'busy', 'offline')),
  constraint profiles_presence_status_known check (presence_status in ('online', 'away', 'busy', 'offline')),
  constraint profiles_auto_offline_after_range check (auto_offline_after between 60 and 86400),
  constraint profiles_subscription_type_known check (subscription_type in ('freemium', 'premium', 'annuel')),
  constraint profiles_stripe_customer_id_key unique (stripe_customer_id),
  constraint profiles_stripe_ids_length check (char_length(stripe_customer_id) <= 255 and char_length(stripe_session_id) <= 255),
  constraint profiles_counts_positive check (
    daily_chat_count >= 0 and daily_profile_views >= 0 and salons_created >= 0 and salons_joined >= 0
  ),
  constraint profiles_text_size_range check (text_size between 1 and 4),
  constraint profiles_theme_known check (theme in ('clair', 'sombre', 'contraste'))
);
create index idx_profiles_email on public.profiles (email);
create index idx_profiles_status on public.profiles (presence_status);
create index idx_profiles_last_activity on public.profiles (last_activity);

create trigger profiles_updated_at
  before update on public.profiles
  for each row execute function public.update_updated_at();

-- D01: an account is never seen without its profile. Runs as the role that makes the account.
create function auth.handle_new_user() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  insert into public.profiles (id, email) values (new.id, new.email);
  return new;
end
$$;
create trigger users_make_profile
  after insert on auth.users
  for each row execute function auth.handle_new_user();

create function auth.handle_changed_address() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  update public.profiles set email = new.email where id = new.id;
  return new;
end
$$;
create trigger users_copy_address
  after update of email on auth.users
  for each row when (old.email is distinct from new.email)
  execute function auth.handle_changed_address();

-- The plan that counts now: a running trial opens what Premium opens.
create function public.plan_in_force(subscription_type text, trial_ends_at timestamptz) returns text
  language sql stable
  set search_path = ''
  return case when subscription_type = 'freemium' and trial_ends_at > now() then 'premium' else subscription_type end;
grant execute on function public.plan_in_force(text, timestamptz) to aurora_app, aurora_system;

alter table public.plan_limits enable row level security;
alter table public.plan_limits force row level security;
alter table public.profiles enable row level security;
alter table public.profiles force row level security;

create policy everyone_reads on public.plan_limits for select to aurora_app using (true);
create policy system_all on public.plan_limits to aurora_system using (true) with check (true);

-- R01: a card for signed-in members; the private columns are not granted at all.
create policy members_see_cards on public.profiles for select to aurora_app
  using ((select auth.uid()) is not null);
-- R02: only one's own, and only the columns granted below.
create policy update_own on public.profiles for update to aurora_app
  using (id = (select auth.uid()))
  with check (id = (select auth.uid()));
create policy system_all on public.profiles to aurora_system using (true) with check (true);

grant select on public.plan_limits to aurora_app, aurora_system;
grant select (id, full_name, avatar_url, cover_url, bio, city, interests, app_role, created_at)
  on public.profiles to aurora_app;
grant update (full_name, bio, city, interests) on public.profiles to aurora_app;
grant select, insert, update, delete on public.profiles to aurora_system;

-- One's own private columns (D07, D19 …). Takes no user id: it can only ever answer about the asker.
create function public.my_profile() returns setof public.profiles
  language sql stable security definer
  set search_path = ''
  begin atomic
    select * from public.profiles where id = auth.uid();
  end;

grant create on schema public to aurora_system;
alter function public.my_profile() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.my_profile() from public;
grant execute on function public.my_profile() to aurora_app;
