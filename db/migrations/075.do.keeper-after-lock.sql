-- D33, D39: the role is read by a statement of its own, once the salon is locked. In one statement the role was that of
-- before the wait: of two hand-overs at once the second still met an owner.
create or replace function public.lock_salon_as_keeper(salon uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  locked uuid := public.lock_salon(salon);
begin
  return (select m.role from public.salon_members m where m.salon_id = locked and m.user_id = auth.uid());
end
$$;
