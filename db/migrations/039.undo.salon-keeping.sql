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
  perform public.require_allowance(auth.uid(), 'salons_joined');
  insert into public.salon_members (salon_id, user_id, last_seen_seq)
  select salon, auth.uid(), s.last_seq
  from public.salons s
  where s.id = salon
  on conflict do nothing;
  return found;
end
$$;

drop function public.plan_salon_deletion(uuid, boolean);
drop function public.renew_share_code(uuid);
drop function public.lift_ban(uuid, uuid);
drop function public.ban_member(uuid, uuid, text);
drop function public.rule_member(uuid, uuid, text);
drop function public.hand_over(uuid, uuid);
drop function public.may_remove(text, text);
drop function public.lock_salon_as_keeper(uuid);
drop table public.salon_bans;
drop function public.my_kept_salon_ids();
alter table public.salons
  drop constraint salons_deletion_closes,
  drop column delete_at;
