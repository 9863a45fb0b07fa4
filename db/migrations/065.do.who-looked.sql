-- U17, K11: by whom of the team it was, by the role that she had then; and that payments were read.
alter table public.audit_log
  add column actor_role text,
  drop constraint audit_log_action_known,
  add constraint audit_log_action_known check (
    action in (
      'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up', 'account_opened',
      'role_moderator', 'role_admin', 'suspended', 'suspension_lifted', 'payment_refunded', 'report_read', 'moderated',
      'appeal_answered', 'payments_read'
    )
  ),
  add constraint audit_log_actor_role_known check (actor_role in ('member', 'author', 'moderator', 'admin'));
grant select (actor_role) on public.audit_log to aurora_app;
