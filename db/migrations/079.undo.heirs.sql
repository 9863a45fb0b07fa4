drop function public.pass_on_salons(uuid);
drop function public.heir_of(uuid, uuid);
