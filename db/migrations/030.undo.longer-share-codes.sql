create or replace function public.random_share_code() returns text
  language sql volatile
  set search_path = ''
  begin atomic
    select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + get_byte(bytes, place) % 31, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) dice,
      unnest(array[0, 1, 2, 3, 4, 5]) place;
  end;

-- A code of eight signs is replaced; whoever was given it needs the new one.
alter table public.salons no force row level security;
update public.salons
set share_code = public.random_share_code()
where length(share_code) > 6;
alter table public.salons force row level security;
alter table public.salons
  drop constraint salons_share_code_readable,
  add constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}$');
