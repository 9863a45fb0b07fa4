drop table public.audit_log;
