-- C-22, G10, G35: reports of members and of messages, with the reported words sealed for thirty days; what was decided of
-- them, with the statement of reasons that article 17 of the Digital Services Act asks for; and the answer to it.

create table public.moderation_decisions (
  id bigint generated always as identity,
  -- Whom it is about.
  subject_id uuid not null references public.profiles (id) on delete cascade,
  salon_id uuid references public.salons (id) on delete set null,
  salon_name text,
  message_id bigint references public.chat_messages (id) on delete set null,
  said_at timestamptz,
  outcome text not null,
  -- The rule of the house that was not kept: a name of `moderation/rules.ts`.
  rule text not null,
  reason text not null,
  ends_at timestamptz,
  -- By the owner of the salon, and not by the team.
  by_salon boolean not null,
  decided_by uuid references public.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  appeal text,
  appealed_at timestamptz,
  answer text,
  answered_at timestamptz,
  upheld boolean,
  constraint moderation_decisions_pkey primary key (id),
  constraint moderation_decisions_outcome_known check (outcome in ('none', 'warned', 'removed', 'banned', 'suspended')),
  constraint moderation_decisions_rule_length check (char_length(rule) between 1 and 40),
  constraint moderation_decisions_reason_length check (char_length(reason) between 3 and 2000),
  constraint moderation_decisions_salon_name_length check (char_length(salon_name) between 1 and 200),
  constraint moderation_decisions_appeal_length check (char_length(appeal) between 3 and 2000),
  constraint moderation_decisions_answer_length check (char_length(answer) between 3 and 2000),
  constraint moderation_decisions_appeal_dated check ((appeal is null) = (appealed_at is null)),
  constraint moderation_decisions_answer_whole check (
    num_nonnulls(answer, answered_at, upheld) in (0, 3) and (answer is null or appeal is not null)
  )
);
create index moderation_decisions_subject_id_idx on public.moderation_decisions (subject_id, id desc);
create index moderation_decisions_salon_id_idx on public.moderation_decisions (salon_id);
create index moderation_decisions_message_id_idx on public.moderation_decisions (message_id);
create index moderation_decisions_decided_by_idx on public.moderation_decisions (decided_by);
create index moderation_decisions_waiting_idx on public.moderation_decisions (appealed_at) where answered_at is null;

alter table public.reports
  add column nature text not null default 'autre',
  add column salon_id uuid references public.salons (id) on delete set null,
  add column message_id bigint references public.chat_messages (id) on delete set null,
  -- The words as they were reported, for thirty days: read by whoever decides, whatever becomes of the message.
  add column words text,
  add column said_at timestamptz,
  add column decision_id bigint references public.moderation_decisions (id) on delete cascade,
  add constraint reports_nature_known check (nature in ('insulte', 'argent', 'tromperie', 'choquant', 'autre')),
  add constraint reports_words_length check (char_length(words) between 1 and 4000);
create index reports_salon_id_idx on public.reports (salon_id);
create index reports_message_id_idx on public.reports (message_id);
create index reports_decision_id_idx on public.reports (decision_id);
create index reports_open_idx on public.reports (created_at) where decision_id is null;
create index reports_sealed_idx on public.reports (created_at) where words is not null;
create unique index reports_once on public.reports (reporter_id, message_id) where decision_id is null;

-- By the two functions below alone: what was said and who said it is not the reporter's to write.
drop policy insert_own on public.reports;
revoke insert (reporter_id, reported_id, reason) on public.reports from aurora_app;

alter table public.moderation_decisions enable row level security;
alter table public.moderation_decisions force row level security;
create policy system_all on public.moderation_decisions to aurora_system using (true) with check (true);
grant select, insert, update, delete on public.moderation_decisions to aurora_system;

-- Null: no such message for the asker, or her own. Twice is once, with the newer words of the reporter.
create function public.report_message(salon uuid, message bigint, kind text, why text) returns bigint
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  made bigint;
begin
  insert into public.reports (reporter_id, reported_id, reason, nature, salon_id, message_id, words, said_at)
  select auth.uid(), m.user_id, why, kind, m.salon_id, m.id, m.content, m.created_at
  from public.chat_messages m
  where m.id = message
    and m.salon_id = salon
    and not m.is_deleted
    and m.user_id <> auth.uid()
    and m.salon_id in (select public.my_salon_ids())
  on conflict (reporter_id, message_id) where decision_id is null
    do update set reason = excluded.reason, nature = excluded.nature
  returning id into made;
  perform public.add_notice(
    s.owner_id, 'salon', 'report:' || r.message_id, salon => s.id,
    said => 'Un message de votre salon « ' || s.name || ' » est signalé : à vous de décider.',
    leads_to => '/admin/signalements/' || r.id
  )
  from public.reports r
  join public.salons s on s.id = r.salon_id
  where r.id = made and s.owner_id is not null and s.owner_id not in (r.reported_id, auth.uid());
  return made;
end
$$;

-- Null: nobody whom the asker may see, or herself.
create function public.report_member(whom uuid, kind text, why text) returns bigint
  language sql volatile security definer
  set search_path = ''
  begin atomic
    insert into public.reports (reporter_id, reported_id, reason, nature)
    select auth.uid(), c.id, why, kind
    from public.member_cards c
    where c.id = whom and c.id <> auth.uid()
    returning id;
  end;

-- Who decides: the team, and the owner of a salon of what was said there by somebody else.
create function public.may_judge(judge uuid, salon uuid, reported uuid) returns boolean
  language sql stable
  set search_path = ''
  begin atomic
    select judge <> reported
      and (
        exists (select from public.profiles p where p.id = judge and p.app_role in ('moderator', 'admin'))
        or exists (select from public.salons s where s.id = salon and s.owner_id = judge)
      );
  end;

-- As it was, and words that come back after a decision was called off are not « modifié ».
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
  elsif new.content is distinct from old.content and not new.is_deleted and not old.is_deleted then
    new.edited_at := clock_timestamp();
  end if;
  new.changed_seq := coalesce(taken.number, new.changed_seq, 1);
  return new;
end
$$;

alter table public.audit_log drop constraint audit_log_action_known;
alter table public.audit_log add constraint audit_log_action_known check (
  action in (
    'mail_history', 'mail_stop_lifted', 'role_given', 'role_taken', 'address_looked_up', 'account_opened',
    'role_moderator', 'role_admin', 'suspended', 'suspension_lifted', 'payment_refunded', 'report_read', 'moderated',
    'appeal_answered'
  )
);

grant create on schema public to aurora_system;
alter function public.report_message(uuid, bigint, text, text) owner to aurora_system;
alter function public.report_member(uuid, text, text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.report_message(uuid, bigint, text, text), public.report_member(uuid, text, text),
  public.may_judge(uuid, uuid, uuid)
from public;
grant execute on function public.report_message(uuid, bigint, text, text), public.report_member(uuid, text, text) to aurora_app;
grant execute on function public.may_judge(uuid, uuid, uuid) to aurora_system;
