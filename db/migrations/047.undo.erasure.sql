set local role aurora_system;
delete from public.certificates where user_id is null;
reset role;
-- No role may take a revocation back; an older release knows no such reason.
alter table public.certificate_revocations no force row level security;
update public.certificate_revocations set reason = 'replaced' where reason = 'erased';
alter table public.certificate_revocations force row level security;
create or replace function public.keep_certificate() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if old.credential is not null and new.credential::text is distinct from old.credential::text
    or row(new.id, new.user_id, new.course_id, new.status_index, new.member_name, new.course_title, new.course_summary,
      new.course_slug, new.pillar_number, new.lesson_count, new.minutes, new.started_at, new.completed_at, new.issued_at)
    is distinct from
    row(old.id, old.user_id, old.course_id, old.status_index, old.member_name, old.course_title, old.course_summary,
      old.course_slug, old.pillar_number, old.lesson_count, old.minutes, old.started_at, old.completed_at, old.issued_at)
  then
    raise exception using errcode = 'AU403', message = 'frozen';
  end if;
  return new;
end
$$;
alter table public.certificate_revocations
  drop constraint certificate_revocations_reason_known,
  add constraint certificate_revocations_reason_known check (reason in ('replaced', 'error', 'fraud'));
alter table public.certificates alter column user_id set not null;
drop table public.erasure_receipts;
drop table public.erasures;
drop function public.queue_erasure();
