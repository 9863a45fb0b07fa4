create or replace function public.lock_salon_as_keeper(salon uuid) returns text
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  return (
    select m.role
    from public.salon_members m
    where m.salon_id = public.lock_salon(salon) and m.user_id = auth.uid()
  );
end
$$;
