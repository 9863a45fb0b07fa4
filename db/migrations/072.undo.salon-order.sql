drop function public.salon_behind_code(text);
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

drop function public.salon_behind_invitation(text);
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

grant create on schema public to aurora_system;
alter function public.salon_behind_code(text) owner to aurora_system;
alter function public.salon_behind_invitation(text) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.salon_behind_code(text), public.salon_behind_invitation(text) from public;
grant execute on function public.salon_behind_code(text), public.salon_behind_invitation(text) to aurora_app;

drop function public.silenced_until(uuid, uuid);
drop function public.silence_member(uuid, uuid, integer);
drop function public.pin_message(uuid, bigint);
drop trigger chat_messages_unpin on public.chat_messages;
drop function public.unpin_deleted();
drop trigger chat_messages_pace on public.chat_messages;
drop function public.keep_pace();
alter table public.salon_members drop column last_post_at;
alter table public.salons
  drop constraint salons_pinned_message_id_fkey, drop column house_rules, drop column welcome_line, drop column slow_seconds,
  drop column pinned_message_id;
