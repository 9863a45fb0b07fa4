-- P02, U06: an erasure that was asked for, its receipt, and who must be erased again from an older backup.

-- Asked for, and not carried out yet: until `due_at` she may change her mind.
create table public.erasures (
  user_id uuid primary key references auth.users (id) on delete cascade,
  -- Named already in the letter that says that it was asked for.
  reference text not null,
  keeps_messages boolean not null,
  keeps_certificates boolean not null,
  asked_at timestamptz not null default now(),
  due_at timestamptz not null,
  -- Due, and not carried out: the site would be without anybody who administers it.
  is_held boolean not null default false,
  constraint erasures_reference_key unique (reference),
  constraint erasures_reference_form check (reference ~ '^E-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{10}$'),
  constraint erasures_due_after_asked check (due_at >= asked_at)
);
create index erasures_due_at_idx on public.erasures (due_at);

-- Carried out. Of the person an id that names nobody any more, and only as long as there may be a backup with its rows.
create table public.erasure_receipts (
  reference text primary key,
  user_id uuid,
  keeps_messages boolean not null,
  keeps_certificates boolean not null,
  erased_at timestamptz not null,
  backups_until timestamptz not null,
  -- As signed, the order of its keys kept.
  receipt json not null,
  constraint erasure_receipts_reference_form check (reference ~ '^E-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{10}$'),
  constraint erasure_receipts_receipt_size check (octet_length(receipt::text) <= 10000)
);
create index erasure_receipts_user_id_idx on public.erasure_receipts (user_id);

alter table public.erasures enable row level security;
alter table public.erasures force row level security;
alter table public.erasure_receipts enable row level security;
alter table public.erasure_receipts force row level security;
create policy system_all on public.erasures to aurora_system using (true) with check (true);
create policy system_all on public.erasure_receipts to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.erasures, public.erasure_receipts to aurora_system;

create function public.queue_erasure() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  perform public.queue_job('erase', json_build_object('id', new.user_id), 'erase:' || new.user_id, new.due_at, 0);
  return null;
end
$$;
create trigger erasures_queue
  after insert or update of due_at on public.erasures
  for each row execute function public.queue_erasure();
revoke execute on function public.queue_erasure() from public;

-- A certificate that its member leaves behind stays without an owner; one that she takes back is listed as revoked.
alter table public.certificates alter column user_id drop not null;
alter table public.certificate_revocations
  drop constraint certificate_revocations_reason_known,
  add constraint certificate_revocations_reason_known check (reason in ('replaced', 'error', 'fraud', 'erased'));
create or replace function public.keep_certificate() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  if old.credential is not null and new.credential::text is distinct from old.credential::text
    or (new.user_id is not null and new.user_id is distinct from old.user_id)
    or row(new.id, new.course_id, new.status_index, new.member_name, new.course_title, new.course_summary,
      new.course_slug, new.pillar_number, new.lesson_count, new.minutes, new.started_at, new.completed_at, new.issued_at)
    is distinct from
    row(old.id, old.course_id, old.status_index, old.member_name, old.course_title, old.course_summary,
      old.course_slug, old.pillar_number, old.lesson_count, old.minutes, old.started_at, old.completed_at, old.issued_at)
  then
    raise exception using errcode = 'AU403', message = 'frozen';
  end if;
  return new;
end
$$;
