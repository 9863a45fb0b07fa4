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
  if public.user_is_salon_member(salon) then
    return false;
  end if;
  if exists (select from public.salon_bans b where b.salon_id = salon and b.user_id = auth.uid()) then
    raise exception using errcode = 'AU403', message = 'banned';
  end if;
  perform public.require_allowance(auth.uid(), 'salons_joined');
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, auth.uid(), s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;
drop function public.answer_request(uuid, uuid, boolean);
drop function public.withdraw_request(uuid);
drop function public.ask_to_join(uuid, text);
drop function public.admit(uuid, uuid);
drop table public.salon_requests;
alter policy members_browse on public.salons
  using (
    ((select auth.uid()) is not null and visibility = 'public' and is_active)
    or id in (select public.my_salon_ids())
  );
-- The owner is under the policies too, and none of them is his.
alter table public.salons no force row level security;
update public.salons set visibility = 'prive' where visibility = 'demande';
alter table public.salons force row level security;
alter table public.salons
  drop constraint salons_visibility_known,
  add constraint salons_visibility_known check (visibility in ('public', 'prive'));
