-- New share codes have eight signs, 40 bits; the codes of six that members have passed on stay valid.
alter table public.salons
  drop constraint salons_share_code_readable,
  add constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2})?$');

-- Bytes 6 and 8 of a random uuid say its version and variant.
create or replace function public.random_share_code() returns text
  language sql volatile
  set search_path = ''
  begin atomic
    select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + get_byte(bytes, place) % 31, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) dice,
      unnest(array[0, 1, 2, 3, 4, 5, 9, 10]) place;
  end;
