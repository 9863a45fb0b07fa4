-- Invitations by letter (F09, G03): good for seven days, for one person or for as many as the inviter says, withdrawn and
-- sent again by her. The link stands in the letter alone; here is its hash.

-- A letter that a function of another domain causes, as `mailer.ts` writes it. For the system's own functions alone: no
-- member makes the house write to somebody else.
create function public.write_letter(
  letter text, body jsonb, member uuid, address public.citext, letter_key text
) returns void
  language sql volatile
  set search_path = ''
  begin atomic
    insert into public.outbox (template, props, user_id, email, key)
    values (letter, body, member, case when member is null then address end, letter_key)
    on conflict do nothing;
  end;

create table public.salon_invitations (
  id uuid not null default gen_random_uuid(),
  salon_id uuid not null references public.salons (id) on delete cascade,
  invited_by uuid references auth.users (id) on delete cascade,
  email public.citext,
  -- Who came in by it first.
  user_id uuid references auth.users (id) on delete cascade,
  token_hash text not null,
  role text not null default 'member',
  max_uses smallint not null default 1,
  uses smallint not null default 0,
  client_key text,
  created_at timestamptz not null default now(),
  sent_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint salon_invitations_pkey primary key (id),
  constraint salon_invitations_token_hash_key unique (token_hash),
  constraint salon_invitations_client_key_key unique (invited_by, client_key),
  constraint salon_invitations_addressed check (num_nonnulls(email, user_id) >= 1),
  constraint salon_invitations_email_length check (char_length(email::text) between 3 and 254),
  constraint salon_invitations_token_hash_hashed check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint salon_invitations_role_known check (role = any (array['member'])),
  constraint salon_invitations_uses_range check (max_uses between 1 and 20 and uses between 0 and max_uses),
  constraint salon_invitations_client_key_length check (char_length(client_key) between 1 and 64)
);
create index salon_invitations_salon_id_idx on public.salon_invitations (salon_id);
create index salon_invitations_user_id_idx on public.salon_invitations (user_id);
create index salon_invitations_expires_at_idx on public.salon_invitations (expires_at);

alter table public.salon_invitations enable row level security;
alter table public.salon_invitations force row level security;
-- The address was given to the house by the inviter, and to nobody else.
create policy view_own on public.salon_invitations for select to aurora_app
  using (invited_by = (select auth.uid()));
create policy system_all on public.salon_invitations to aurora_system using (true) with check (true);
grant select (id, salon_id, invited_by, email, max_uses, uses, created_at, sent_at, expires_at, accepted_at, revoked_at)
  on public.salon_invitations to aurora_app;
grant select, insert, update, delete on public.salon_invitations to aurora_system;

-- 244 bits as a link carries them.
create function public.invitation_token() returns text
  language sql volatile
  set search_path = ''
  return translate(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_');

create function public.invitation_hash(token text) returns text
  language sql immutable
  set search_path = ''
  return encode(sha256(convert_to(token, 'UTF8')), 'hex');

-- Wrong, used up, too old, withdrawn, of a closed salon, or of somebody who has left it: all of these are no row.
create function public.living_invitation(token text) returns setof public.salon_invitations
  language sql stable rows 1
  set search_path = ''
  begin atomic
    select i
    from public.salon_invitations i
    join public.salons s on s.id = i.salon_id
    where i.token_hash = public.invitation_hash(token)
      and i.revoked_at is null
      and i.uses < i.max_uses
      and i.expires_at > now()
      and s.is_active
      and (
        i.invited_by is null
        or exists (select from public.salon_members m where m.salon_id = i.salon_id and m.user_id = i.invited_by)
      );
  end;

-- A letter, and a notice to who has an account at this address. To whom the inviter or the salon is closed neither goes;
-- the inviter is not told so.
create function public.send_invitation(invitation uuid, token text) returns void
  language sql volatile
  set search_path = ''
  begin atomic
    select public.write_letter(
      'invitation',
      jsonb_build_object(
        'inviter', coalesce(p.full_name, 'Membre'),
        'salon', s.name,
        'description', nullif(s.description, ''),
        'path', '/invitation/' || token,
        'until', to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'people', i.max_uses
      ),
      null, i.email, 'invitation:' || i.token_hash
    )
    from public.salon_invitations i
    join public.salons s on s.id = i.salon_id
    join public.profiles p on p.id = i.invited_by
    left join auth.users u on u.email = i.email
    where i.id = invitation
      and not public.are_apart(u.id, i.invited_by)
      and not exists (select from public.salon_bans b where b.salon_id = i.salon_id and b.user_id = u.id);
    select public.add_notice(
      u.id, 'invitation', 'invitation:' || i.token_hash, i.invited_by, i.salon_id, leads_to => '/invitation/' || token
    )
    from public.salon_invitations i
    join auth.users u on u.email = i.email
    where i.id = invitation
      and not exists (select from public.salon_bans b where b.salon_id = i.salon_id and b.user_id = u.id);
  end;

-- F09. Null: no salon of the asker's. Who is waiting already is written to again, by the same invitation.
create function public.create_salon_invitation(
  salon uuid, address public.citext, people integer, key text
) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  made uuid;
  token text := public.invitation_token();
begin
  if public.lock_salon(salon) is null then
    return null;
  end if;
  select i.id into made from public.salon_invitations i where i.invited_by = auth.uid() and i.client_key = key;
  if found then
    return made;
  end if;
  if not exists (select from auth.users u where u.id = auth.uid() and u.email_confirmed_at is not null) then
    raise exception using errcode = 'AU403', message = 'unconfirmed';
  end if;
  if not exists (select from public.salons s where s.id = salon and s.is_active) then
    raise exception using errcode = 'AU403', message = 'closed';
  end if;
  update public.salon_invitations i
  set token_hash = public.invitation_hash(token), max_uses = greatest(people, i.uses + 1), client_key = key,
    sent_at = now(), expires_at = now() + interval '7 days'
  where i.salon_id = salon and i.invited_by = auth.uid() and i.email = address
    and i.revoked_at is null and i.uses < i.max_uses and i.expires_at > now()
  returning i.id into made;
  if made is null then
    insert into public.salon_invitations (salon_id, invited_by, email, max_uses, token_hash, client_key)
    values (salon, auth.uid(), address, people, public.invitation_hash(token), key)
    returning id into made;
  end if;
  perform public.send_invitation(made, token);
  return made;
end
$$;

-- Seven days from now, by a new link; the one in the first letter is dead. False: none of hers that could still be used.
create function public.resend_salon_invitation(salon uuid, invitation uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  token text := public.invitation_token();
begin
  if public.lock_salon(salon) is null then
    return false;
  end if;
  update public.salon_invitations i
  set token_hash = public.invitation_hash(token), sent_at = now(), expires_at = now() + interval '7 days'
  from public.salons s
  where i.id = invitation and i.salon_id = salon and i.invited_by = auth.uid() and i.email is not null
    and i.revoked_at is null and i.uses < i.max_uses and s.id = i.salon_id and s.is_active;
  if not found then
    return false;
  end if;
  perform public.send_invitation(invitation, token);
  return true;
end
$$;

-- Twice is once. False: none of hers.
create function public.withdraw_salon_invitation(salon uuid, invitation uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  update public.salon_invitations i
  set revoked_at = coalesce(i.revoked_at, now())
  where i.id = invitation and i.salon_id = salon and i.invited_by = auth.uid();
  return found;
end
$$;

-- What stands behind an invitation, also for a guest without an account. Who is in the salon sees it behind a used one.
create function public.salon_behind_invitation(token text)
  returns table (
    id uuid, name text, description text, category text, city text, color_theme text,
    visibility text, member_count integer, owner_name text, is_member boolean, inviter_name text, expires_at timestamptz
  )
  language sql stable security definer rows 1
  set search_path = ''
  begin atomic
    select
      s.id, s.name, s.description, s.category, s.city, s.color_theme,
      s.visibility, s.member_count, coalesce(o.full_name, 'Membre'), mine.user_id is not null,
      coalesce(p.full_name, 'Membre'), i.expires_at
    from public.salon_invitations i
    join public.salons s on s.id = i.salon_id
    left join public.profiles o on o.id = s.owner_id
    left join public.profiles p on p.id = i.invited_by
    left join public.salon_members mine on mine.salon_id = s.id and mine.user_id = auth.uid()
    where i.token_hash = public.invitation_hash(token)
      and (mine.user_id is not null or exists (select from public.living_invitation(token)));
  end;

-- Of many who press at once with one place left, one comes in: salon first, then the invitation. No row: it opens nothing.
create function public.join_salon_via_invitation(token text)
  returns table (salon_id uuid, joined boolean)
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  salon uuid;
begin
  select i.salon_id into salon from public.salon_invitations i where i.token_hash = public.invitation_hash(token);
  perform from public.salons s where s.id = salon for no key update;
  if public.user_is_salon_member(salon) then
    return query select salon, false;
    return;
  end if;
  update public.salon_invitations i
  set uses = i.uses + 1, accepted_at = coalesce(i.accepted_at, now()), user_id = coalesce(i.user_id, auth.uid())
  where i.id = (select l.id from public.living_invitation(token) l);
  if found then
    return query select salon, public.become_member(salon);
  end if;
end
$$;

-- A code has nine signs now, 44 bits: eight of 31 letters were a little less than 40. Shorter ones stay until renewed.
alter table public.salons
  drop constraint salons_share_code_readable,
  add constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2,3})?$');
create or replace function public.random_share_code() returns text
  language sql volatile
  set search_path = ''
  begin atomic
    select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + get_byte(bytes, place) % 31, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) dice,
      unnest(array[0, 1, 2, 3, 4, 5, 9, 10, 11]) place;
  end;

grant create on schema public to aurora_system;
alter function public.create_salon_invitation(uuid, public.citext, integer, text) owner to aurora_system;
alter function public.resend_salon_invitation(uuid, uuid) owner to aurora_system;
alter function public.withdraw_salon_invitation(uuid, uuid) owner to aurora_system;
alter function public.salon_behind_invitation(text) owner to aurora_system;
alter function public.join_salon_via_invitation(text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function
  public.write_letter(text, jsonb, uuid, public.citext, text), public.invitation_hash(text), public.invitation_token(),
  public.living_invitation(text), public.send_invitation(uuid, text),
  public.create_salon_invitation(uuid, public.citext, integer, text),
  public.resend_salon_invitation(uuid, uuid), public.withdraw_salon_invitation(uuid, uuid),
  public.salon_behind_invitation(text), public.join_salon_via_invitation(text)
from public;
grant execute on function
  public.create_salon_invitation(uuid, public.citext, integer, text),
  public.resend_salon_invitation(uuid, uuid), public.withdraw_salon_invitation(uuid, uuid),
  public.salon_behind_invitation(text), public.join_salon_via_invitation(text)
to aurora_app;
grant execute on function
  public.write_letter(text, jsonb, uuid, public.citext, text), public.invitation_hash(text), public.invitation_token(),
  public.living_invitation(text), public.send_invitation(uuid, text)
to aurora_system;
