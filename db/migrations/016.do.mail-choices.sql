-- What members want to be written about, in rows that an upgrade cannot forget (C-15), and the provider's three lists.

-- Letters that are no service: each can be switched off. `wanted_at_first` is what a new member starts with.
create table public.mail_kinds (
  kind text primary key,
  place smallint not null,
  wanted_at_first boolean not null,
  constraint mail_kinds_kind_length check (char_length(kind) between 1 and 60)
);
insert into public.mail_kinds (kind, place, wanted_at_first) values
  ('dailyLetter', 1, true),
  ('mention', 2, true),
  ('invitation', 3, true),
  -- By consent only (M08).
  ('newsletter', 4, false);

create table public.mail_preferences (
  user_id uuid not null references auth.users (id) on delete cascade,
  kind text not null references public.mail_kinds (kind) on delete cascade,
  wanted boolean not null,
  changed_at timestamptz not null default now(),
  -- `start`: nobody has touched it yet. `letter`: one click in a letter. `complaint`: told by the provider.
  changed_by text not null default 'start',
  constraint mail_preferences_pkey primary key (user_id, kind),
  constraint mail_preferences_kind_length check (char_length(kind) between 1 and 60),
  constraint mail_preferences_changed_by_known check (changed_by in ('start', 'settings', 'letter', 'complaint'))
);
create index mail_preferences_kind_idx on public.mail_preferences (kind);

-- Somebody without an account who wants no more of a kind. Her address itself is not kept: it is none of ours.
create table public.mail_refusals (
  address_hash text not null,
  kind text not null references public.mail_kinds (kind) on delete cascade,
  refused_at timestamptz not null default now(),
  constraint mail_refusals_pkey primary key (address_hash, kind),
  constraint mail_refusals_address_hash_hashed check (address_hash ~ '^[0-9a-f]{64}$'),
  constraint mail_refusals_kind_length check (char_length(kind) between 1 and 60)
);
create index mail_refusals_kind_idx on public.mail_refusals (kind);

-- How the provider's lists should be; a job makes them so. Keyed by address: it outlives the account by one job.
create table public.mail_list_wishes (
  id bigint generated always as identity,
  email public.citext not null,
  -- `contact` is the person's whole entry there: only ever wished away.
  list text not null,
  wanted boolean not null,
  changed_at timestamptz not null default now(),
  done_at timestamptz,
  constraint mail_list_wishes_pkey primary key (id),
  constraint mail_list_wishes_email_list_key unique (email, list),
  constraint mail_list_wishes_email_length check (char_length(email::text) between 3 and 254),
  constraint mail_list_wishes_list_known check (list in ('members', 'premium', 'newsletter', 'contact')),
  constraint mail_list_wishes_contact_leaves check (list <> 'contact' or not wanted)
);

alter table public.mail_kinds enable row level security;
alter table public.mail_kinds force row level security;
alter table public.mail_preferences enable row level security;
alter table public.mail_preferences force row level security;
alter table public.mail_refusals enable row level security;
alter table public.mail_refusals force row level security;
alter table public.mail_list_wishes enable row level security;
alter table public.mail_list_wishes force row level security;

create policy everyone_reads on public.mail_kinds for select to aurora_app using (true);
create policy system_all on public.mail_kinds to aurora_system using (true) with check (true);
create policy select_own on public.mail_preferences for select to aurora_app
  using (user_id = (select auth.uid()));
create policy update_own on public.mail_preferences for update to aurora_app
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy system_all on public.mail_preferences to aurora_system using (true) with check (true);
create policy system_all on public.mail_refusals to aurora_system using (true) with check (true);
create policy system_all on public.mail_list_wishes to aurora_system using (true) with check (true);

grant select on public.mail_kinds to aurora_app, aurora_system;
grant select on public.mail_preferences to aurora_app;
grant update (wanted) on public.mail_preferences to aurora_app;
grant select, insert, update, delete on public.mail_preferences, public.mail_refusals, public.mail_list_wishes
  to aurora_system;

create function auth.handle_new_mail_preferences() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  insert into public.mail_preferences (user_id, kind, wanted)
  select new.id, k.kind, k.wanted_at_first
  from public.mail_kinds k;
  return null;
end
$$;
create trigger users_make_mail_preferences
  after insert on auth.users
  for each row execute function auth.handle_new_mail_preferences();

insert into public.mail_preferences (user_id, kind, wanted)
select u.id, k.kind, k.wanted_at_first
from auth.users u
cross join public.mail_kinds k;

create function public.date_mail_preference() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.changed_at := now();
  if current_user = 'aurora_app' then
    new.changed_by := 'settings';
  end if;
  return new;
end
$$;
create trigger mail_preferences_date
  before update on public.mail_preferences
  for each row execute function public.date_mail_preference();

-- Asking twice is asking once; a change of mind is a new job for the same row.
create function public.wish_on_list(address public.citext, list_name text, on_it boolean) returns void
  language sql
  set search_path = ''
  begin atomic
    insert into public.mail_list_wishes as w (email, list, wanted)
    values (address, list_name, on_it)
    on conflict (email, list) do update
    set wanted = excluded.wanted, changed_at = now(), done_at = null
    where w.wanted is distinct from excluded.wanted;
  end;
grant execute on function public.wish_on_list(public.citext, text, boolean) to aurora_system;

create function public.queue_list_wish() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.queue_job('contact', json_build_object('id', new.id), 'contact:' || new.id, now(), 20);
  return null;
end
$$;
create trigger mail_list_wishes_queue
  after insert or update of wanted on public.mail_list_wishes
  for each row execute function public.queue_list_wish();

-- Consent to the newsletter is the preference's row; the list follows it.
create function public.follow_newsletter() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  perform public.wish_on_list(u.email, 'newsletter', new.wanted)
  from auth.users u
  where u.id = new.user_id and u.email_confirmed_at is not null;
  return null;
end
$$;
create trigger mail_preferences_follow_newsletter
  after update of wanted on public.mail_preferences
  for each row when (new.kind = 'newsletter' and old.wanted is distinct from new.wanted)
  execute function public.follow_newsletter();

-- Whoever confirms an address again has read a letter there: it is written to again, and joins its lists.
create function auth.handle_confirmed_address() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  -- Without a search path, citext's own equality has to be named: the plain one would mind capitals.
  delete from public.mail_stops where email operator(public.=) new.email;
  perform public.wish_on_list(new.email, 'members', true);
  perform public.wish_on_list(new.email, 'newsletter', true)
  from public.mail_preferences p
  where p.user_id = new.id and p.kind = 'newsletter' and p.wanted;
  return null;
end
$$;
create trigger users_confirm_address
  after update of email_confirmed_at on auth.users
  for each row when (new.email_confirmed_at is not null)
  execute function auth.handle_confirmed_address();

create function auth.handle_moved_lists() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  perform public.wish_on_list(new.email, w.list, true)
  from public.mail_list_wishes w
  where w.email operator(public.=) old.email and w.wanted;
  perform public.wish_on_list(old.email, w.list, false)
  from public.mail_list_wishes w
  where w.email operator(public.=) old.email and w.wanted;
  return null;
end
$$;
create trigger users_move_lists
  after update of email on auth.users
  for each row when (old.email is distinct from new.email)
  execute function auth.handle_moved_lists();

-- Erasure: the whole entry at the provider goes. A complaint stays known, or we would write there again.
create function auth.handle_left_lists() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  delete from public.mail_stops where email operator(public.=) old.email and reason is distinct from 'complaint';
  delete from public.mail_list_wishes where email operator(public.=) old.email;
  if found then
    perform public.wish_on_list(old.email, 'contact', false);
  end if;
  return null;
end
$$;
create trigger users_leave_lists
  after delete on auth.users
  for each row execute function auth.handle_left_lists();

grant create on schema public to aurora_system;
alter function public.queue_list_wish() owner to aurora_system;
alter function public.follow_newsletter() owner to aurora_system;
revoke create on schema public from aurora_system;
