-- R04: a salon « sur demande » is seen in the directory, and entered once its owner or a moderator has said yes. Whoever has
-- been given its code or an invitation comes in by that, as everywhere.
alter table public.salons
  drop constraint salons_visibility_known,
  add constraint salons_visibility_known check (visibility in ('public', 'demande', 'prive'));
alter policy members_browse on public.salons
  using (
    ((select auth.uid()) is not null and visibility in ('public', 'demande') and is_active)
    or id in (select public.my_salon_ids())
  );

create table public.salon_requests (
  salon_id uuid not null references public.salons (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  words text not null default '',
  asked_at timestamptz not null default now(),
  -- Refused. Once it is granted the row is a membership instead.
  answered_at timestamptz,
  answered_by uuid references auth.users (id) on delete set null,
  constraint salon_requests_pkey primary key (salon_id, user_id),
  constraint salon_requests_words_length check (char_length(words) <= 500)
);
create index salon_requests_user_id_idx on public.salon_requests (user_id);
create index salon_requests_answered_by_idx on public.salon_requests (answered_by);
create index salon_requests_asked_at_idx on public.salon_requests (asked_at);

alter table public.salon_requests enable row level security;
alter table public.salon_requests force row level security;
create policy view_own_and_kept on public.salon_requests for select to aurora_app
  using (user_id = (select auth.uid()) or salon_id in (select public.my_kept_salon_ids()));
create policy system_all on public.salon_requests to aurora_system using (true) with check (true);
grant select (salon_id, user_id, words, asked_at, answered_at) on public.salon_requests to aurora_app;
grant select, insert, update, delete on public.salon_requests to aurora_system;

-- Somebody comes in, by whichever door; the salon is locked, and the right to come in is known. False: she is in already.
create function public.admit(salon uuid, whom uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform from public.profiles p where p.id = whom for no key update;
  if exists (select from public.salon_members m where m.salon_id = salon and m.user_id = whom) then
    return false;
  end if;
  if exists (select from public.salon_bans b where b.salon_id = salon and b.user_id = whom) then
    raise exception using errcode = 'AU403', message = 'banned';
  end if;
  perform public.require_allowance(whom, 'salons_joined');
  delete from public.salon_requests r where r.salon_id = salon and r.user_id = whom;
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, whom, s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

create or replace function public.become_member(salon uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  -- Salon first, then the profile, as a post does: nobody waits for the other in a ring.
  perform from public.salons s where s.id = salon for no key update;
  if public.lock_me() is null then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  return public.admit(salon, auth.uid());
end
$$;

-- Waiting, asked twice it is one. Its keepers hear of it on their pages, and by one letter a day at most, whoever asks.
-- Null: no such salon, closed, or none that is asked.
create function public.ask_to_join(salon uuid, said text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  confirmed boolean;
  asker text;
  room record;
begin
  select s.id, s.name into room
  from public.salons s
  where s.id = salon and s.visibility = 'demande' and s.is_active
  for no key update;
  if not found then
    return null;
  end if;
  confirmed := public.lock_me();
  if confirmed is null then
    raise exception using errcode = 'AU401', message = 'sign_in';
  elsif not confirmed then
    raise exception using errcode = 'AU403', message = 'unconfirmed';
  elsif public.user_is_salon_member(salon) then
    return false;
  elsif exists (select from public.salon_bans b where b.salon_id = salon and b.user_id = auth.uid()) then
    raise exception using errcode = 'AU403', message = 'banned';
  elsif exists (
    select from public.salon_requests r
    where r.salon_id = salon and r.user_id = auth.uid() and r.answered_at > now() - interval '7 days'
  ) then
    raise exception using errcode = 'AU403', message = 'asked_before';
  end if;
  perform public.require_allowance(auth.uid(), 'salons_joined');
  insert into public.salon_requests (salon_id, user_id, words)
  values (salon, auth.uid(), said)
  on conflict (salon_id, user_id) do update
  set words = excluded.words, answered_at = null, answered_by = null,
    asked_at = case when salon_requests.answered_at is null then salon_requests.asked_at else now() end;
  select coalesce(p.full_name, 'Membre') into asker from public.profiles p where p.id = auth.uid();
  perform public.add_notice(
      m.user_id, 'salon', concat_ws(':', 'request', salon, auth.uid(), current_date), auth.uid(), salon,
      said => left(asker, 80) || ' demande à entrer dans « ' || left(room.name, 80) || ' »',
      leads_to => '/salons/' || salon || '/demandes'
    ),
    public.write_letter(
      'joinRequested',
      jsonb_build_object(
        'name', coalesce(p.full_name, 'Membre'), 'asker', asker, 'salon', room.name, 'path', '/salons/' || salon || '/demandes'
      ),
      m.user_id, null, concat_ws(':', 'joinRequested', salon, m.user_id, current_date)
    )
  from public.salon_members m
  join public.profiles p on p.id = m.user_id
  where m.salon_id = salon and m.role in ('owner', 'moderator') and not public.are_apart(m.user_id, auth.uid());
  return true;
end
$$;

-- She takes it back. A refusal is not hers to take back.
create function public.withdraw_request(salon uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  delete from public.salon_requests r where r.salon_id = salon and r.user_id = auth.uid() and r.answered_at is null;
  return found;
end
$$;

-- Owner or moderator; she who asked is told on her pages and by letter, not by whom. Null: not a member. False: nobody waits.
create function public.answer_request(salon uuid, whom uuid, welcome boolean) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  mine text := public.lock_salon_as_keeper(salon);
begin
  if mine is null then
    return null;
  elsif mine = 'member' then
    raise exception using errcode = 'AU403', message = 'keepers_only';
  elsif not exists (
    select from public.salon_requests r where r.salon_id = salon and r.user_id = whom and r.answered_at is null
  ) then
    return false;
  elsif welcome and exists (select from public.allowance(whom, 'salons_joined') a where a.used >= a.allowed) then
    raise exception using errcode = 'AU403', message = 'asker_full';
  elsif welcome then
    perform public.admit(salon, whom);
  else
    update public.salon_requests r
    set answered_at = now(), answered_by = auth.uid()
    where r.salon_id = salon and r.user_id = whom;
  end if;
  perform public.add_notice(
      whom, 'salon', concat_ws(':', 'answer', salon, clock_timestamp()), null, salon,
      said => case when welcome then 'Vous êtes maintenant membre de « ' else 'Votre demande n’a pas été acceptée : « ' end
        || left(s.name, 80) || ' »',
      leads_to => '/salons/' || salon || case when welcome then '' else '/apercu' end
    ),
    public.write_letter(
      'joinAnswered',
      jsonb_build_object(
        'name', coalesce(p.full_name, 'Membre'), 'salon', s.name, 'welcome', welcome,
        'path', case when welcome then '/salons/' || salon else '/salons' end
      ),
      whom, null, concat_ws(':', 'joinAnswered', salon, whom, clock_timestamp())
    )
  from public.salons s
  join public.profiles p on p.id = whom
  where s.id = salon;
  return true;
end
$$;

grant create on schema public to aurora_system;
alter function public.admit(uuid, uuid) owner to aurora_system;
alter function public.become_member(uuid) owner to aurora_system;
alter function public.ask_to_join(uuid, text) owner to aurora_system;
alter function public.withdraw_request(uuid) owner to aurora_system;
alter function public.answer_request(uuid, uuid, boolean) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.admit(uuid, uuid), public.ask_to_join(uuid, text), public.withdraw_request(uuid),
  public.answer_request(uuid, uuid, boolean)
from public;
grant execute on function
  public.ask_to_join(uuid, text), public.withdraw_request(uuid), public.answer_request(uuid, uuid, boolean)
to aurora_app;
grant execute on function public.admit(uuid, uuid) to aurora_system;
