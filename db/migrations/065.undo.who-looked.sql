alter table public.audit_log no force row level security;
delete from public.audit_log where action = 'payments_read';
alter table public.audit_log force row level security;
alter table public.audit_log
  drop constraint audit_log_actor_role_known,
  drop column actor_role,
  drop constraint audit_log_action_known,
  add constraint audit_log_action_known check (
    action in (
      'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up', 'account_opened',
      'role_moderator', 'role_admin', 'suspended', 'suspension_lifted', 'payment_refunded', 'report_read', 'moderated',
      'appeal_answered'
    )
  );
