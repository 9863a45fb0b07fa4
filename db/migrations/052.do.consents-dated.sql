-- P01: each optional use has a dated consent, wherever it is given or withdrawn: on its page, in the settings, by one click in a
-- letter, or by a complaint that the provider tells.
create function public.date_consent(member uuid, what text, wanted boolean) returns void
  language sql
  set search_path = ''
  begin atomic
    insert into public.consents (user_id, purpose, version)
    select member, what, '2026-11'
    where wanted
    on conflict (user_id, purpose) where withdrawn_at is null do nothing;
    update public.consents
    set withdrawn_at = now()
    where not wanted and user_id = member and purpose = what and withdrawn_at is null;
  end;

create function public.date_newsletter_consent() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.date_consent(new.user_id, 'nouvelles', new.wanted);
  return null;
end
$$;
create trigger mail_preferences_date_consent
  after update of wanted on public.mail_preferences
  for each row when (new.kind = 'newsletter' and old.wanted is distinct from new.wanted)
  execute function public.date_newsletter_consent();

create function public.date_suggestions_consent() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.date_consent(new.id, 'propositions', coalesce(new.onboarding_answers ->> 'suggestions' = 'true', false));
  return null;
end
$$;
create trigger profiles_date_consent
  after update of onboarding_answers on public.profiles
  for each row when (old.onboarding_answers -> 'suggestions' is distinct from new.onboarding_answers -> 'suggestions')
  execute function public.date_suggestions_consent();

grant create on schema public to aurora_system;
alter function public.date_newsletter_consent() owner to aurora_system;
alter function public.date_suggestions_consent() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.date_consent(uuid, text, boolean), public.date_newsletter_consent(),
  public.date_suggestions_consent() from public;
grant execute on function public.date_consent(uuid, text, boolean) to aurora_system;

-- Given before they were dated. Row security is forced on the owner too (decision 008).
set local role aurora_system;
insert into public.consents (user_id, purpose, version, given_at)
select user_id, 'nouvelles', '2026-11', changed_at
from public.mail_preferences
where kind = 'newsletter' and wanted
on conflict do nothing;
insert into public.consents (user_id, purpose, version)
select id, 'propositions', '2026-11'
from public.profiles
where onboarding_answers ->> 'suggestions' = 'true'
on conflict do nothing;
reset role;
