-- D33: who owns a salon when its owner goes: its oldest moderator, else the team. Only a site that has no team falls back on
-- the oldest member. Nobody whose account is closed. Null: nobody else belongs to it. As the system role.
create function public.heir_of(salon uuid, leaving uuid) returns uuid
  language sql stable
  set search_path = ''
  begin atomic
    with able as (
      select p.id, p.app_role, p.created_at, m.role, m.joined_at
      from public.profiles p
      left join public.salon_members m on m.salon_id = heir_of.salon and m.user_id = p.id
      where (m.user_id is not null or p.app_role = 'admin')
        and p.id <> heir_of.leaving
        and not exists (
          select
          from auth.suspensions s
          where s.user_id = p.id and s.lifted_at is null and (s.ends_at is null or s.ends_at > now())
        )
    )
    select a.id
    from able a
    where exists (select from public.salon_members o where o.salon_id = heir_of.salon and o.user_id <> heir_of.leaving)
    order by coalesce(a.role = 'moderator', false) desc, a.app_role = 'admin' desc, coalesce(a.joined_at, a.created_at), a.id
    limit 1;
  end;

-- All that she owns, in one order. The heir is told. Gives the salons that have another owner now.
create function public.pass_on_salons(leaving uuid) returns setof uuid
  language plpgsql volatile rows 5
  set search_path = ''
as $$
declare
  given record;
begin
  perform from public.salons s where s.owner_id = leaving order by s.id for no key update;
  for given in
    select s.id, s.name, public.heir_of(s.id, leaving) as heir
    from public.salons s
    where s.owner_id = leaving
    order by s.id
  loop
    continue when given.heir is null;
    update public.salon_members m set role = 'member' where m.salon_id = given.id and m.user_id = leaving;
    update public.salons s set owner_id = given.heir, client_key = null where s.id = given.id;
    insert into public.salon_members (salon_id, user_id, role) values (given.id, given.heir, 'owner')
    on conflict (salon_id, user_id) do update set role = 'owner';
    perform public.add_notice(
      given.heir, 'salon', 'heir:' || given.id || ':' || leaving, null, given.id, null,
      'Vous êtes maintenant propriétaire du salon « ' || left(given.name, 80) || ' » : la personne qui le tenait n’est plus là.',
      '/salons/' || given.id || '/reglages'
    );
    return next given.id;
  end loop;
end
$$;
revoke execute on function public.heir_of(uuid, uuid), public.pass_on_salons(uuid) from public;
grant execute on function public.heir_of(uuid, uuid), public.pass_on_salons(uuid) to aurora_system;
