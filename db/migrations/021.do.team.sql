-- U17: whom the team lets into its pages, and whose account it has looked for, is read by that member too.
alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known
  check (action in ('mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up'));

-- Authors write a lesson's sources on its page as well (R18). The page asks for more; nothing but these is a link.
grant insert (sources), update (sources) on public.lesson_contents to aurora_app;
alter table public.lesson_contents add constraint lesson_contents_sources_addresses
  check (not jsonb_path_exists(sources, '$[*].url ? (!(@ like_regex "^https?://" flag "i"))'));
