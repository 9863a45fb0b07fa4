delete from public.audit_log where action in ('report_read', 'moderated', 'appeal_answered');
alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known check (
  action in (
    'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up',
    'account_opened', 'role_moderator', 'role_admin', 'suspended', 'suspension_lifted',
    'payment_refunded'
  )
);
create or replace function public.number_message() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  step integer := case
    when tg_op = 'INSERT' then (not new.is_deleted)::integer
    else (not new.is_deleted)::integer - (not old.is_deleted)::integer
  end;
  taken record;
begin
  if public.is_import() then
    return new;
  end if;
  select * into taken
  from public.next_salon_number(new.salon_id, step, case when tg_op = 'UPDATE' then old.created_at end);
  if tg_op = 'INSERT' then
    -- Null: the salon is being deleted with everything in it; an insert is refused by its foreign key.
    new.seq := coalesce(taken.number, new.changed_seq, 1);
    new.created_at := coalesce(taken.at, clock_timestamp());
    if new.user_id is not null then
      perform public.count_todays_message(new.user_id);
    end if;
  elsif new.is_deleted and not old.is_deleted then
    new.content := '';
    new.deleted_at := clock_timestamp();
  elsif new.content is distinct from old.content and not new.is_deleted then
    new.edited_at := clock_timestamp();
  end if;
  new.changed_seq := coalesce(taken.number, new.changed_seq, 1);
  return new;
end
$$;
drop function public.may_judge(uuid, uuid, uuid);
drop function public.report_member(uuid, text, text);
drop function public.report_message(uuid, bigint, text, text);
drop index public.reports_once, public.reports_sealed_idx, public.reports_open_idx;
alter table public.reports
  drop column decision_id, drop column said_at, drop column words, drop column message_id, drop column salon_id,
  drop column nature;
grant insert (reporter_id, reported_id, reason) on public.reports to aurora_app;
create policy insert_own on public.reports for insert to aurora_app with check (reporter_id = (select auth.uid()));
drop table public.moderation_decisions;
