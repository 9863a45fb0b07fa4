-- An import of many members writes profiles and choices of letters by itself, with one statement for many rows: row by row
-- by triggers, 150,000 members took 20 minutes. Nobody but the system role can say that it imports (is_import).
drop trigger users_make_profile on auth.users;
create trigger users_make_profile
  after insert on auth.users
  for each row when (not public.is_import())
  execute function auth.handle_new_user();

drop trigger users_make_mail_preferences on auth.users;
create trigger users_make_mail_preferences
  after insert on auth.users
  for each row when (not public.is_import())
  execute function auth.handle_new_mail_preferences();

-- The département of each town is asked once, and not of each member.
drop trigger profiles_place_member on public.profiles;
create trigger profiles_place_member
  before insert or update of city, postal_code on public.profiles
  for each row when (not public.is_import())
  execute function public.place_member();

drop trigger profiles_keep_plan on public.profiles;
create trigger profiles_keep_plan
  before insert or update of subscription_type, subscription_started_at on public.profiles
  for each row when (not public.is_import())
  execute function public.keep_plan();

drop trigger stripe_customers_show on public.stripe_customers;
create trigger stripe_customers_show
  after insert or update of checkout_session_id, gone_at on public.stripe_customers
  for each row when (new.user_id is not null and not public.is_import())
  execute function public.show_customer();

-- Two jobs of one wish about a provider's list never run at once, or the older answer could win: a job that is put off while
-- it runs is another one, and waits in the wish's own queue for the first to end (M08).
create or replace function public.queue_job(
  task text, payload json, job_key text, run_at timestamptz, priority integer
)
  returns void
  language plpgsql
  set search_path = ''
as $$
begin
  if has_table_privilege('aurora_system', to_regclass('graphile_worker._private_jobs'), 'insert') then
    perform graphile_worker.add_job(
      identifier => task,
      payload => payload,
      queue_name => case task when 'contact' then job_key end,
      job_key => job_key,
      run_at => run_at,
      priority => priority
    );
  end if;
end
$$;
