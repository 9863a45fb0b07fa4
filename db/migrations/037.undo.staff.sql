alter table public.audit_log drop constraint audit_log_action_known;
delete from public.audit_log
where action in ('account_opened', 'role_moderator', 'role_admin', 'suspended', 'suspension_lifted');
alter table public.audit_log add constraint audit_log_action_known
  check (action in ('mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up'));
drop table auth.suspensions;
