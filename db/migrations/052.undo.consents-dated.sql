drop trigger mail_preferences_date_consent on public.mail_preferences;
drop trigger profiles_date_consent on public.profiles;
drop function public.date_newsletter_consent();
drop function public.date_suggestions_consent();
drop function public.date_consent(uuid, text, boolean);
