delete from public.audit_log where action = 'payment_refunded';
alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known check (
  action in (
    'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up',
    'account_opened', 'role_moderator', 'role_admin', 'suspended', 'suspension_lifted'
  )
);
