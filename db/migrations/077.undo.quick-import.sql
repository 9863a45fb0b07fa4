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
      job_key => job_key,
      run_at => run_at,
      priority => priority
    );
  end if;
end
$$;

drop trigger stripe_customers_show on public.stripe_customers;
create trigger stripe_customers_show
  after insert or update of checkout_session_id, gone_at on public.stripe_customers
  for each row when (new.user_id is not null) execute function public.show_customer();

drop trigger profiles_keep_plan on public.profiles;
create trigger profiles_keep_plan
  before insert or update of subscription_type, subscription_started_at on public.profiles
  for each row execute function public.keep_plan();

drop trigger profiles_place_member on public.profiles;
create trigger profiles_place_member
  before insert or update of city, postal_code on public.profiles
  for each row execute function public.place_member();

drop trigger users_make_mail_preferences on auth.users;
create trigger users_make_mail_preferences
  after insert on auth.users
  for each row execute function auth.handle_new_mail_preferences();

drop trigger users_make_profile on auth.users;
create trigger users_make_profile
  after insert on auth.users
  for each row execute function auth.handle_new_user();
