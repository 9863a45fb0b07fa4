create table public.salons (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text not null default '',
  avatar_url text,
  category text not null default 'autres',
  city text,
  color_theme text not null default '#8B5CF6',
  owner_id uuid not null references auth.users (id) on delete restrict,
  share_code text not null,
  visibility text not null default 'public',
  is_active boolean not null default true,
  member_count integer not null default 0,
  message_count integer not null default 0,
  -- The salon's change number: every post, edit, deletion and reaction takes the next one
  -- under this row's lock, so that numbers are committed in their order (G36).
  last_seq bigint not null default 0,
  -- Moves when somebody who speaks here changes name or photo: the other half of a page's cache key.
  people_version integer not null default 0,
  client_key text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint salons_name_length check (char_length(name) between 3 and 80),
  constraint salons_description_length check (char_length(description) <= 1000),
  constraint salons_category_known check (category in (
    'jardin', 'cuisine', 'voyages', 'lecture', 'sante', 'numerique', 'famille',
    'musique', 'marche', 'bricolage', 'jeux', 'histoire', 'autres'
  )),
  constraint salons_city_length check (char_length(city) between 1 and 80),
  constraint salons_avatar_url_length check (char_length(avatar_url) <= 300),
  constraint salons_color_theme_hex check (color_theme ~ '^#[0-9A-Fa-f]{6}$'),
  -- D34: readable aloud, so without 0, O, 1, I and L.
  constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}$'),
  constraint salons_share_code_key unique (share_code),
  constraint salons_visibility_known check (visibility in ('public', 'prive')),
  constraint salons_client_key_length check (char_length(client_key) between 1 and 64),
  constraint salons_client_key_key unique (owner_id, client_key),
  constraint salons_counts_positive check (member_count >= 0 and message_count >= 0 and last_seq >= 0)
);
create index idx_salons_owner_id on public.salons (owner_id);
create index idx_salons_category on public.salons (category);
create index salons_search_idx on public.salons
  using gin (public.plain(name || ' ' || description) public.gin_trgm_ops);

alter table public.profiles
  add constraint profiles_current_salon_id_fkey
  foreign key (current_salon_id) references public.salons (id) on delete set null;
create index profiles_current_salon_id_idx on public.profiles (current_salon_id);

create table public.salon_members (
  salon_id uuid not null references public.salons (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null default 'member',
  joined_at timestamptz not null default now(),
  last_seen_at timestamptz,
  -- D41, C-09: where reading stopped, as a place in the salon. Unread is computed from it, never counted.
  last_seen_seq bigint not null default 0,
  notifications_enabled boolean not null default true,
  muted_until timestamptz,
  primary key (salon_id, user_id),
  constraint salon_members_role_known check (role in ('owner', 'moderator', 'member')),
  constraint salon_members_last_seen_seq_positive check (last_seen_seq >= 0)
);
create index idx_salon_members_user_id on public.salon_members (user_id);
create index idx_salon_members_salon_id on public.salon_members (salon_id);
-- D33: one owner.
create unique index salon_members_one_owner on public.salon_members (salon_id) where role = 'owner';

create trigger salons_updated_at
  before update of name, description, avatar_url, category, city, color_theme, owner_id, visibility, is_active
  on public.salons
  for each row execute function public.update_updated_at();

-- The one membership test. A set, so that a policy runs it once a statement and not once a row.
create function public.my_salon_ids() returns setof uuid
  language sql stable security definer
  set search_path = ''
  begin atomic
    select salon_id from public.salon_members where user_id = auth.uid();
  end;

-- F10, for one salon.
create function public.user_is_salon_member(salon uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select from public.salon_members where salon_id = salon and user_id = auth.uid()
    );
  end;

-- R13: a member, not muted, in a salon that is open, with a confirmed address (A05).
create function public.may_post_in(salon uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  begin atomic
    select exists (
      select
      from public.salon_members m
      join public.salons s on s.id = m.salon_id
      join auth.users u on u.id = m.user_id
      where m.salon_id = salon
        and m.user_id = auth.uid()
        and s.is_active
        and u.email_confirmed_at is not null
        and (m.muted_until is null or m.muted_until <= now())
    );
  end;

-- D34: the code is for members; no listing shows it.
create function public.salon_share_code(salon uuid) returns text
  language sql stable security definer
  set search_path = ''
  begin atomic
    select share_code
    from public.salons
    where id = salon
      and id in (select salon_id from public.salon_members where user_id = auth.uid());
  end;

-- What stands behind a code, also for a guest without an account (contract: GET /s/:code).
create function public.salon_behind_code(code text)
  returns table (
    id uuid, name text, description text, category text, city text, color_theme text,
    visibility text, member_count integer, owner_name text, is_member boolean
  )
  language sql stable security definer
  set search_path = ''
  begin atomic
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme,
      s.visibility, s.member_count, coalesce(p.full_name, 'Membre'),
      exists (select from public.salon_members m where m.salon_id = s.id and m.user_id = auth.uid())
    from public.salons s
    left join public.profiles p on p.id = s.owner_id
    where s.share_code = code
      and s.is_active;
  end;

create function public.random_share_code() returns text
  language sql volatile
  set search_path = ''
  begin atomic
    select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + get_byte(bytes, place) % 31, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) dice,
      unnest(array[0, 1, 2, 3, 4, 5]) place;
  end;

-- The member who asks, locked, with what her plan still allows: limits hold against two windows at once.
create function public.lock_my_allowance()
  returns table (confirmed boolean, may_create boolean, may_join boolean)
  language plpgsql security definer
  set search_path = ''
as $$
begin
  return query
    with me as (
      select p.id, p.app_role, p.salons_created, p.salons_joined, p.subscription_type, p.trial_ends_at
      from public.profiles p
      where p.id = auth.uid()
      for no key update
    )
    select
      u.email_confirmed_at is not null,
      me.app_role = 'admin' or l.salons_owned is null or me.salons_created < l.salons_owned,
      me.app_role = 'admin' or l.salons_joined is null or me.salons_joined < l.salons_joined
    from me
    join auth.users u on u.id = me.id
    join public.plan_limits l on l.plan = public.plan_in_force(me.subscription_type, me.trial_ends_at);
end
$$;

-- F07: salon, unique code and owner's membership appear together or not at all.
create function public.create_salon_with_code(
  salon_name text, salon_description text, salon_category text, salon_city text,
  salon_color text, salon_visibility text, key text
) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  allowed record;
  made uuid;
  tries integer := 0;
begin
  select * into allowed from public.lock_my_allowance();
  if not found then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  select id into made from public.salons where owner_id = auth.uid() and client_key = key;
  if found then
    return made;
  end if;
  if not allowed.confirmed then
    raise exception using errcode = 'AU403', message = 'unconfirmed';
  end if;
  if not allowed.may_create then
    raise exception using errcode = 'AU402', message = 'salons_owned';
  end if;
  loop
    begin
      insert into public.salons (name, description, category, city, color_theme, visibility, owner_id, share_code, client_key)
      values (salon_name, salon_description, salon_category, salon_city, salon_color, salon_visibility,
        auth.uid(), public.random_share_code(), key)
      returning id into made;
      exit;
    exception when unique_violation then
      tries := tries + 1;
      if tries = 8 then raise; end if;
    end;
  end loop;
  insert into public.salon_members (salon_id, user_id, role) values (made, auth.uid(), 'owner');
  return made;
end
$$;

-- Joining, once the right to join is known. Two windows at once give one membership (D38).
create function public.become_member(salon uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  allowed record;
begin
  -- Salon first, then the profile, as a post does: nobody waits for the other in a ring.
  perform from public.salons s where s.id = salon for no key update;
  select * into allowed from public.lock_my_allowance();
  if not found then
    raise exception using errcode = 'AU401', message = 'sign_in';
  end if;
  if public.user_is_salon_member(salon) then
    return false;
  end if;
  if not allowed.may_join then
    raise exception using errcode = 'AU402', message = 'salons_joined';
  end if;
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, auth.uid(), s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

-- F08, R09: a code opens a salon; the role is ours to give. No row: there is no such salon.
create function public.join_salon_via_code(code text)
  returns table (salon_id uuid, joined boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  salon uuid;
begin
  select s.id into salon from public.salons s where s.share_code = code and s.is_active;
  if found then
    return query select salon, public.become_member(salon);
  end if;
end
$$;

-- Joining from the directory: public and open salons only.
create function public.join_public_salon(salon uuid)
  returns table (salon_id uuid, joined boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  if exists (select from public.salons s where s.id = salon and s.visibility = 'public' and s.is_active) then
    return query select salon, public.become_member(salon);
  end if;
end
$$;

-- F01, F02, D27, D36: counters move with the rows, salon first.
create function public.update_member_count() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
declare
  row public.salon_members := coalesce(new, old);
  step integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  if current_setting('app.import', true) = 'on' and current_setting('role') = 'aurora_system' then
    return null;
  end if;
  update public.salons set member_count = member_count + step where id = row.salon_id;
  if row.role <> 'owner' then
    update public.profiles set salons_joined = salons_joined + step where id = row.user_id;
  end if;
  return null;
end
$$;
create trigger salon_members_count
  after insert or delete on public.salon_members
  for each row execute function public.update_member_count();

-- Handing over ownership (D33) moves a salon from one count to the other.
create function public.update_member_role() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  update public.profiles
  set salons_joined = salons_joined + case when new.role = 'owner' then -1 else 1 end
  where id = new.user_id;
  return null;
end
$$;
create trigger salon_members_role
  after update of role on public.salon_members
  for each row when ((old.role = 'owner') <> (new.role = 'owner'))
  execute function public.update_member_role();

create function public.update_salon_stats() returns trigger
  language plpgsql security definer
  set search_path = ''
as $$
begin
  if current_setting('app.import', true) = 'on' and current_setting('role') = 'aurora_system' then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update public.profiles set salons_created = salons_created - 1 where id = old.owner_id;
  end if;
  if tg_op <> 'DELETE' then
    update public.profiles set salons_created = salons_created + 1 where id = new.owner_id;
  end if;
  return null;
end
$$;
create trigger salons_owner_count
  after insert or delete or update of owner_id on public.salons
  for each row execute function public.update_salon_stats();

alter table public.salons enable row level security;
alter table public.salons force row level security;
alter table public.salon_members enable row level security;
alter table public.salon_members force row level security;

-- R04: open public salons, and one's own.
create policy members_browse on public.salons for select to aurora_app
  using (
    ((select auth.uid()) is not null and visibility = 'public' and is_active)
    or id in (select public.my_salon_ids())
  );
-- R06: the owner, and only the columns granted below. R05, R07: no insert, no delete.
create policy update_owner on public.salons for update to aurora_app
  using (owner_id = (select auth.uid()))
  with check (owner_id = (select auth.uid()));
create policy system_all on public.salons to aurora_system using (true) with check (true);

-- R08
create policy view_members on public.salon_members for select to aurora_app
  using (salon_id in (select public.my_salon_ids()));
-- R10: one's own bell and reading mark.
create policy update_own on public.salon_members for update to aurora_app
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
-- R11: an owner hands over first.
create policy delete_leave on public.salon_members for delete to aurora_app
  using (user_id = (select auth.uid()) and role <> 'owner');
create policy system_all on public.salon_members to aurora_system using (true) with check (true);

grant select (
  id, name, description, avatar_url, category, city, color_theme, owner_id, visibility, is_active,
  member_count, message_count, last_seq, people_version, created_at, updated_at
) on public.salons to aurora_app;
grant update (name, description, category, city, color_theme, visibility, is_active) on public.salons to aurora_app;
grant select, insert, update, delete on public.salons to aurora_system;

grant select, delete on public.salon_members to aurora_app;
grant update (last_seen_at, last_seen_seq, notifications_enabled) on public.salon_members to aurora_app;
grant select, insert, update, delete on public.salon_members to aurora_system;

-- Definer functions belong to the system role: the owner is under forced row security like everybody.
grant create on schema public to aurora_system;
alter function public.my_salon_ids() owner to aurora_system;
alter function public.user_is_salon_member(uuid) owner to aurora_system;
alter function public.may_post_in(uuid) owner to aurora_system;
alter function public.salon_share_code(uuid) owner to aurora_system;
alter function public.salon_behind_code(text) owner to aurora_system;
alter function public.random_share_code() owner to aurora_system;
alter function public.lock_my_allowance() owner to aurora_system;
alter function public.create_salon_with_code(text, text, text, text, text, text, text) owner to aurora_system;
alter function public.become_member(uuid) owner to aurora_system;
alter function public.join_salon_via_code(text) owner to aurora_system;
alter function public.join_public_salon(uuid) owner to aurora_system;
alter function public.update_member_count() owner to aurora_system;
alter function public.update_member_role() owner to aurora_system;
alter function public.update_salon_stats() owner to aurora_system;
revoke create on schema public from aurora_system;

grant execute on function
  public.my_salon_ids(), public.user_is_salon_member(uuid), public.may_post_in(uuid),
  public.salon_share_code(uuid), public.salon_behind_code(text),
  public.create_salon_with_code(text, text, text, text, text, text, text),
  public.join_salon_via_code(text), public.join_public_salon(uuid)
to aurora_app;

-- F05
create view public.my_salons with (security_invoker = true) as
select
  s.id, s.name, s.description, s.avatar_url, s.category, s.city, s.color_theme, s.owner_id, s.visibility,
  s.is_active, s.member_count, s.message_count, s.last_seq, s.created_at, s.updated_at,
  m.role, m.joined_at, m.last_seen_at, m.last_seen_seq, m.notifications_enabled
from public.salons s
join public.salon_members m on m.salon_id = s.id
where m.user_id = (select auth.uid());
grant select on public.my_salons to aurora_app, aurora_system;
