-- U17: whom the team lets into its pages, and whose account it has looked for, is read by that member too.
alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known
  check (action in ('mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up'));
