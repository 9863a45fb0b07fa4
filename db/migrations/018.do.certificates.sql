-- Certificates (U04, M06): made once, at the first completion of a course; what they say is frozen at that moment.

-- Every key that has signed here, also those of former years: what is on paper stays checkable.
create table public.attestation_keys (
  -- Multibase of a Multikey: public, and in each credential anyway.
  public_key text primary key,
  first_used_at timestamptz not null default now(),
  constraint attestation_keys_public_key_ed25519 check (public_key ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$')
);

create table public.certificates (
  -- Its address; random, and shown to nobody who was not given it.
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  course_id uuid not null references public.courses (id) on delete restrict,
  -- Its bit in the status lists.
  status_index bigint generated always as identity,
  member_name text not null,
  course_title text not null,
  course_summary text not null,
  course_slug text not null,
  pillar_number integer not null,
  lesson_count integer not null,
  -- Of the lessons, as announced.
  minutes integer not null,
  started_at timestamptz not null,
  completed_at timestamptz not null,
  issued_at timestamptz not null default date_trunc('second', now()),
  -- As signed, the order of its keys kept: a reader finds what it was given. Null until somebody has looked.
  credential json,
  -- The one that bears the member's present name.
  replaced_by uuid,
  constraint certificates_status_index_key unique (status_index),
  constraint certificates_replaced_by_fkey foreign key (replaced_by) references public.certificates (id)
    on delete set null deferrable initially deferred,
  constraint certificates_member_name_length check (char_length(member_name) between 1 and 120),
  constraint certificates_course_title_length check (char_length(course_title) between 1 and 120),
  constraint certificates_course_summary_length check (char_length(course_summary) <= 300),
  constraint certificates_course_slug_length check (char_length(course_slug) between 1 and 80),
  constraint certificates_pillar_number_known check (pillar_number between 1 and 7),
  constraint certificates_lesson_count_range check (lesson_count between 1 and 999),
  constraint certificates_minutes_range check (minutes between 1 and 600000),
  constraint certificates_order_of_dates check (started_at <= completed_at),
  constraint certificates_credential_size check (octet_length(credential::text) <= 20000)
);
-- One standing certificate a member and course, whoever posts how often.
create unique index certificates_once on public.certificates (user_id, course_id) where replaced_by is null;
create index certificates_course_id_idx on public.certificates (course_id);
create index certificates_replaced_by_idx on public.certificates (replaced_by);

-- Apart and without a name: a bit that was set stays set when the member has gone.
create table public.certificate_revocations (
  status_index bigint primary key,
  reason text not null,
  revoked_at timestamptz not null default now(),
  constraint certificate_revocations_reason_known check (reason in ('replaced', 'error', 'fraud'))
);

alter table public.attestation_keys enable row level security;
alter table public.attestation_keys force row level security;
alter table public.certificates enable row level security;
alter table public.certificates force row level security;
alter table public.certificate_revocations enable row level security;
alter table public.certificate_revocations force row level security;

create policy view_all on public.attestation_keys for select to aurora_app using (true);
create policy view_own on public.certificates for select to aurora_app using (user_id = (select auth.uid()));
create policy view_all on public.certificate_revocations for select to aurora_app using (true);
create policy system_all on public.attestation_keys to aurora_system using (true) with check (true);
create policy system_all on public.certificates to aurora_system using (true) with check (true);
create policy system_all on public.certificate_revocations to aurora_system using (true) with check (true);

grant select on public.attestation_keys, public.certificates, public.certificate_revocations to aurora_app;
grant select, insert on public.attestation_keys to aurora_system;
grant select, insert, update, delete on public.certificates to aurora_system;
-- Never taken back: whoever has read the list once relies on it.
grant select, insert on public.certificate_revocations to aurora_system;

-- Signed once, and nothing that was signed or printed changes afterwards.
create function public.keep_certificate() returns trigger
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
create trigger certificates_frozen
  before update on public.certificates
  for each row execute function public.keep_certificate();

-- For the asker, of a course that she has finished. `made` is true once. No row: not finished.
create function public.award_certificate(course uuid) returns table (id uuid, made boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  me uuid := public.lock_my_progress();
begin
  return query
    insert into public.certificates (
      user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count, minutes,
      started_at, completed_at
    )
    select e.user_id, c.id, coalesce(nullif(left(btrim(p.full_name), 120), ''), 'Un membre d’Aurora50'), c.title,
      c.short_description, c.slug, c.pillar_number, t.lessons, t.minutes, e.enrolled_at, e.completed_at
    from public.enrollments e
    join public.courses c on c.id = e.course_id
    join public.profiles p on p.id = e.user_id
    join lateral (
      select count(*)::integer as lessons, sum(l.duration_minutes)::integer as minutes
      from public.user_lesson_progress d
      join public.lessons l on l.id = d.lesson_id
      where d.user_id = e.user_id and l.course_id = c.id and d.completed_at is not null
    ) t on t.lessons > 0
    where e.user_id = me and e.course_id = award_certificate.course and e.completed_at is not null
    on conflict (user_id, course_id) where replaced_by is null do nothing
    returning certificates.id, true;
  if not found then
    return query
      select k.id, false
      from public.certificates k
      where k.user_id = me and k.course_id = award_certificate.course and k.replaced_by is null;
  end if;
end
$$;

-- In the asker's present name, in the place of one of hers that stands and bears another. The old one is revoked.
-- No row: none such.
create function public.renew_certificate(certificate uuid) returns table (id uuid)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  me uuid := public.lock_my_progress();
  present_name text;
  successor uuid := gen_random_uuid();
  old public.certificates;
begin
  select nullif(left(btrim(p.full_name), 120), '') into present_name from public.profiles p where p.id = me;
  update public.certificates k
  set replaced_by = successor
  where k.id = renew_certificate.certificate
    and k.user_id = me
    and k.replaced_by is null
    and k.member_name <> present_name
    and not exists (select from public.certificate_revocations r where r.status_index = k.status_index)
  returning * into old;
  if old.id is null then
    return;
  end if;
  insert into public.certificate_revocations (status_index, reason) values (old.status_index, 'replaced');
  return query
    insert into public.certificates (
      id, user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count,
      minutes, started_at, completed_at
    ) values (
      successor, me, old.course_id, present_name, old.course_title, old.course_summary, old.course_slug,
      old.pillar_number, old.lesson_count, old.minutes, old.started_at, old.completed_at
    )
    returning certificates.id;
end
$$;

-- For whoever holds the address, signed out too; its owner and her present name for nobody but herself.
create function public.certificate_behind(certificate uuid)
  returns table (
    id uuid, course_id uuid, status_index bigint, member_name text, course_title text, course_summary text, course_slug text,
    pillar_number integer, lesson_count integer, minutes integer, started_at timestamptz, completed_at timestamptz,
    issued_at timestamptz, credential json, revoked_at timestamptz, reason text, is_mine boolean, my_name text,
    successor uuid
  )
  language sql stable security definer
  set search_path = ''
  begin atomic
    select k.id, k.course_id, k.status_index, k.member_name, k.course_title, k.course_summary, k.course_slug, k.pillar_number,
      k.lesson_count, k.minutes, k.started_at, k.completed_at, k.issued_at, k.credential, r.revoked_at, r.reason,
      coalesce(k.user_id = auth.uid(), false), p.full_name,
      case when k.user_id = auth.uid() then k.replaced_by end
    from public.certificates k
    left join public.certificate_revocations r on r.status_index = k.status_index
    left join public.profiles p on p.id = k.user_id and p.id = auth.uid()
    where k.id = certificate;
  end;

grant create on schema public to aurora_system;
alter function public.award_certificate(uuid) owner to aurora_system;
alter function public.renew_certificate(uuid) owner to aurora_system;
alter function public.certificate_behind(uuid) owner to aurora_system;
revoke create on schema public from aurora_system;

grant execute on function
  public.award_certificate(uuid), public.renew_certificate(uuid), public.certificate_behind(uuid)
to aurora_app;

-- Those who had finished before there were certificates. Row security is forced on the owner too (decision 008).
set local role aurora_system;
insert into public.certificates (
  user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number, lesson_count, minutes,
  started_at, completed_at
)
select e.user_id, c.id, coalesce(nullif(left(btrim(p.full_name), 120), ''), 'Un membre d’Aurora50'), c.title,
  c.short_description, c.slug, c.pillar_number, t.lessons, t.minutes, e.enrolled_at, e.completed_at
from public.enrollments e
join public.courses c on c.id = e.course_id
join public.profiles p on p.id = e.user_id
join lateral (
  select count(*)::integer as lessons, sum(l.duration_minutes)::integer as minutes
  from public.user_lesson_progress d
  join public.lessons l on l.id = d.lesson_id
  where d.user_id = e.user_id and l.course_id = c.id and d.completed_at is not null
) t on t.lessons > 0
where e.completed_at is not null;
reset role;
