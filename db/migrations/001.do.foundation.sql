-- Who is asking, and the two roles that may ask. Nothing is open to PUBLIC.
create extension if not exists citext;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

revoke all on schema public from public;
create schema auth;
grant usage on schema public to aurora_app, aurora_system;
grant usage on schema auth to aurora_app, aurora_system;
alter default privileges revoke execute on functions from public;

-- The member of this transaction; null when nobody is. An empty setting is nobody too:
-- a custom setting that was once local to a transaction reads '' afterwards, not null.
create function auth.uid() returns uuid
  language sql stable parallel safe
  set search_path = ''
  return nullif(current_setting('app.user_id', true), '')::uuid;

create function auth.role() returns text
  language sql stable parallel safe
  set search_path = ''
  return case when auth.uid() is null then 'anon' else 'authenticated' end;

grant execute on function auth.uid(), auth.role() to aurora_app, aurora_system;

-- Accents and case do not matter to somebody who searches. Immutable by naming the dictionary.
create function public.plain(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, value));
grant execute on function public.plain(text) to aurora_app, aurora_system;

-- D28
create function public.update_updated_at() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;
