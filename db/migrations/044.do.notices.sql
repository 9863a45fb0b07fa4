-- What happens to a member and waits for her on one page (`/avis`): somebody speaks to her, answers
-- her, invites her, the team decides, a salon changes, a badge is earned.
--
-- Whatever causes a notice calls, in its own transaction:
--   public.add_notice(whom, about, notice_key, actor, salon, message, said, leads_to) returns bigint
--     whom        the member who is told
--     about       'mention' | 'answer' | 'invitation' | 'decision' | 'salon' | 'badge'
--     notice_key  what makes two calls one notice of this member, for instance 'mention:4812' (at most 200 signs)
--     actor       optional: who caused it; she and `whom` have not blocked each other, or there is no notice
--     salon       optional: where; its name is kept as it is now
--     message     optional: shown with its words as long as it stands and `whom` is in the salon; read with it
--     said        optional: one sentence of ours, for decisions, salon changes and badges (at most 300 signs)
--     leads_to    optional: a path of ours; without it the message, or the salon
--   It gives the id of the notice, or null where there is none: to oneself, from somebody blocked, of a kind that she has
--   switched off, from a salon whose bell is off for it, or told already. It runs as the system role: call it from a
--   function that belongs to aurora_system, or in `asSystem` by `addNotice` of `app/notices/queries.ts`.
-- Nothing is counted in a column (C-09): unread are the rows of `notices_shown` that are not read, and a notice whose
-- message was read, deleted or left behind counts no more.

alter table public.salon_members
  -- D42: with `notifications_enabled` false and this true, only what is said to her rings.
  add column mentions_enabled boolean not null default true,
  add constraint salon_members_bell_known check (mentions_enabled or not notifications_enabled);
grant update (mentions_enabled) on public.salon_members to aurora_app;

create table public.notices (
  id bigint generated always as identity,
  user_id uuid not null references public.profiles (id) on delete cascade,
  kind text not null,
  key text not null,
  actor_id uuid references public.profiles (id) on delete set null,
  salon_id uuid references public.salons (id) on delete set null,
  salon_name text,
  message_id bigint references public.chat_messages (id) on delete cascade,
  said text,
  leads_to text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  constraint notices_pkey primary key (id),
  constraint notices_kind_known check (kind in ('mention', 'answer', 'invitation', 'decision', 'salon', 'badge')),
  constraint notices_once unique (user_id, key),
  constraint notices_key_length check (char_length(key) between 1 and 200),
  constraint notices_salon_name_length check (char_length(salon_name) between 1 and 200),
  constraint notices_said_length check (char_length(said) between 1 and 300),
  constraint notices_leads_to_length check (char_length(leads_to) between 1 and 300 and leads_to ~ '^/[^/]'),
  constraint notices_say_something check (num_nonnulls(said, message_id, salon_name) > 0)
);
create index notices_user_id_idx on public.notices (user_id, id desc);
create index notices_unread_idx on public.notices (user_id) where read_at is null;
create index notices_actor_id_idx on public.notices (actor_id);
create index notices_salon_id_idx on public.notices (salon_id);
create index notices_message_id_idx on public.notices (message_id);
create index notices_created_at_idx on public.notices (created_at);

-- A kind that a member wants no notices of.
create table public.notice_refusals (
  user_id uuid not null references public.profiles (id) on delete cascade,
  kind text not null,
  refused_at timestamptz not null default now(),
  constraint notice_refusals_pkey primary key (user_id, kind),
  -- What the team decides about her, a member is always told.
  constraint notice_refusals_kind_known check (kind in ('mention', 'answer', 'invitation', 'salon', 'badge'))
);

alter table public.notices enable row level security;
alter table public.notices force row level security;
alter table public.notice_refusals enable row level security;
alter table public.notice_refusals force row level security;
create policy select_own on public.notices for select to aurora_app using (user_id = (select auth.uid()));
create policy update_own on public.notices for update to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.notices to aurora_system using (true) with check (true);
create policy select_own on public.notice_refusals for select to aurora_app using (user_id = (select auth.uid()));
create policy insert_own on public.notice_refusals for insert to aurora_app with check (user_id = (select auth.uid()));
create policy delete_own on public.notice_refusals for delete to aurora_app using (user_id = (select auth.uid()));
create policy system_all on public.notice_refusals to aurora_system using (true) with check (true);
grant select (id, user_id, kind, salon_id, message_id, said, leads_to, created_at, read_at) on public.notices to aurora_app;
grant update (read_at) on public.notices to aurora_app;
grant select, delete on public.notice_refusals to aurora_app;
grant insert (user_id, kind) on public.notice_refusals to aurora_app;
grant select, insert, update, delete on public.notices, public.notice_refusals to aurora_system;

-- Whether one of the two has blocked the other. Asks with the rights of its caller: the system role sees both ways.
create function public.are_apart(one uuid, other uuid) returns boolean
  language sql stable
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.blocks b
      where (b.blocker_id = one and b.blocked_id = other) or (b.blocker_id = other and b.blocked_id = one)
    );
  end;

-- Every notice as its member may see it now, for the system role: the page and the count read the same rows.
create view public.notices_shown with (security_invoker = true) as
select
  n.id, n.user_id, n.kind, n.said, n.leads_to, n.created_at, n.salon_id, n.salon_name, n.message_id, n.actor_id,
  coalesce(p.full_name, 'Ancien membre') as actor_name, p.avatar_url, left(m.content, 200) as excerpt,
  (n.read_at is not null or coalesce(m.seq <= r.last_seen_seq, false)) as is_read
from public.notices n
left join public.chat_messages m on m.id = n.message_id
left join public.salon_members r on r.salon_id = n.salon_id and r.user_id = n.user_id
left join public.profiles p on p.id = n.actor_id
where (n.message_id is null or (not m.is_deleted and r.user_id is not null))
  and not exists (
    select
    from public.blocks b
    where (b.blocker_id = n.user_id and b.blocked_id = n.actor_id)
      or (b.blocker_id = n.actor_id and b.blocked_id = n.user_id)
  );
grant select on public.notices_shown to aurora_system;

create function public.add_notice(
  whom uuid, about text, notice_key text, actor uuid default null, salon uuid default null, message bigint default null,
  said text default null, leads_to text default null
) returns bigint
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  made bigint;
begin
  insert into public.notices (user_id, kind, key, actor_id, salon_id, salon_name, message_id, said, leads_to)
  select p.id, about, notice_key, actor, s.id, s.name, message, add_notice.said, add_notice.leads_to
  from public.profiles p
  left join public.salons s on s.id = salon
  left join public.salon_members r on r.salon_id = s.id and r.user_id = p.id
  where p.id = whom
    and whom is distinct from actor
    and not exists (select from public.notice_refusals f where f.user_id = whom and f.kind = about)
    and (about not in ('mention', 'answer') or coalesce(r.mentions_enabled, salon is null))
    and (actor is null or not public.are_apart(whom, actor))
  on conflict on constraint notices_once do nothing
  returning id into made;
  return made;
end
$$;

-- A page of the asker's own, the newest first; `before_id` is the last line of the page before.
create function public.my_notices(before_id bigint, most integer)
  returns table (
    id bigint, kind text, said text, leads_to text, created_at timestamptz, salon_id uuid, salon_name text,
    message_id bigint, actor_id uuid, actor_name text, avatar_url text, excerpt text, is_read boolean
  )
  language sql stable security definer rows 50
  set search_path = ''
  begin atomic
    select
      n.id, n.kind, n.said, n.leads_to, n.created_at, n.salon_id, n.salon_name, n.message_id, n.actor_id, n.actor_name,
      n.avatar_url, n.excerpt, n.is_read
    from public.notices_shown n
    where n.user_id = auth.uid() and (before_id is null or n.id < before_id)
    order by n.id desc
    limit most;
  end;

-- Whoever wrote what is answered is told, in the transaction of the answer.
create function public.notice_answer() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if not public.is_import() then
    perform public.add_notice(m.user_id, 'answer', 'answer:' || new.id, new.user_id, new.salon_id, new.id)
    from public.chat_messages m
    where m.salon_id = new.salon_id and m.id = new.reply_to_id and m.user_id is not null and not m.is_deleted;
  end if;
  return null;
end
$$;
create trigger chat_messages_notice_answer
  after insert on public.chat_messages
  for each row when (new.reply_to_id is not null)
  execute function public.notice_answer();

grant create on schema public to aurora_system;
alter function public.add_notice(uuid, text, text, uuid, uuid, bigint, text, text) owner to aurora_system;
alter function public.my_notices(bigint, integer) owner to aurora_system;
alter function public.notice_answer() owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.are_apart(uuid, uuid), public.add_notice(uuid, text, text, uuid, uuid, bigint, text, text),
  public.my_notices(bigint, integer), public.notice_answer()
from public;
grant execute on function public.my_notices(bigint, integer) to aurora_app;
grant execute on function public.are_apart(uuid, uuid), public.add_notice(uuid, text, text, uuid, uuid, bigint, text, text)
  to aurora_system;
