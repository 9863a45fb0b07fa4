-- D40, R08: a page of a salon's members, for a member of it: in the order they came, the owner first, without whom the
-- asker has blocked and who has blocked her. What depends on the person is asked of those on the page alone: a salon may
-- have thousands. `shown`: she alone; `named`: part of a name; `after_id`: the last of the page before.
create function public.members_of_salon(salon uuid, shown uuid, named text, after_id uuid, most integer)
  returns table (
    id uuid, name text, avatar_url text, city text, role text, joined_at timestamptz,
    status text, last_seen_at timestamptz, is_here boolean
  )
  language sql stable security definer rows 50
  set search_path = ''
  begin atomic
    with page as materialized (
      select m.user_id, m.role, m.joined_at
      from public.salon_members m
      where m.salon_id = salon
        and exists (select from public.salon_members me where me.salon_id = salon and me.user_id = auth.uid())
        and m.user_id <> all (array(select public.my_hidden_members()))
        and (shown is null or m.user_id = shown)
        and (
          named = '' or exists (
            select
            from public.profiles p
            where p.id = m.user_id and strpos(public.plain(coalesce(p.full_name, 'Membre')), public.plain(named)) > 0
          )
        )
        and (
          after_id is null or (m.role <> 'owner', m.joined_at, m.user_id) > (
            select a.role <> 'owner', a.joined_at, a.user_id
            from public.salon_members a
            where a.salon_id = salon and a.user_id = after_id
          )
        )
      order by m.role <> 'owner', m.joined_at, m.user_id
      limit most
    )
    select
      m.user_id, coalesce(c.full_name, 'Membre'), c.avatar_url, c.city, m.role, m.joined_at, s.status, s.last_seen_at,
      exists (select from public.salon_presence h where h.salon_id = salon and h.user_id = m.user_id)
    from page m
    cross join lateral (select from_card.* from public.member_cards from_card where from_card.id = m.user_id) c
    cross join lateral (select seen.* from public.member_presence seen where seen.id = m.user_id) s
    order by m.role <> 'owner', m.joined_at, m.user_id;
  end;

grant create on schema public to aurora_system;
alter function public.members_of_salon(uuid, uuid, text, uuid, integer) owner to aurora_system;
revoke create on schema public from aurora_system;
revoke execute on function public.members_of_salon(uuid, uuid, text, uuid, integer) from public;
grant execute on function public.members_of_salon(uuid, uuid, text, uuid, integer) to aurora_app;

drop function public.members_met_in(uuid);
drop function public.presence_of_members(uuid);
