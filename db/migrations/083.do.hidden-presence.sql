-- C-22: how many others are in a salon does not count whom she does not see. The rest is as it was.
create or replace function public.others_in_my_salons() returns table (salon_id uuid, people bigint)
  language sql stable security definer rows 10
  set search_path = ''
  begin atomic
    select h.salon_id, count(*)
    from public.salon_presence h
    where h.salon_id in (select m.salon_id from public.salon_members m where m.user_id = auth.uid())
      and h.user_id <> auth.uid()
      and h.user_id <> all (array(select public.my_hidden_members()))
    group by h.salon_id;
  end;
