-- The owner is under the policies too, and none of them is his.
alter table public.salons no force row level security;
update public.salons set share_code = left(share_code, 8) where char_length(share_code) = 9;
alter table public.salons force row level security;
create or replace function public.random_share_code() returns text
  language sql volatile
  set search_path = ''
  begin atomic
    select string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 1 + get_byte(bytes, place) % 31, 1), '')
    from (select uuid_send(gen_random_uuid()) as bytes) dice,
      unnest(array[0, 1, 2, 3, 4, 5, 9, 10]) place;
  end;
alter table public.salons
  drop constraint salons_share_code_readable,
  add constraint salons_share_code_readable check (share_code ~ '^[2-9A-HJKMNP-Z]{6}([2-9A-HJKMNP-Z]{2})?$');
drop function public.join_salon_via_invitation(text);
drop function public.salon_behind_invitation(text);
drop function public.withdraw_salon_invitation(uuid, uuid);
drop function public.resend_salon_invitation(uuid, uuid);
drop function public.create_salon_invitation(uuid, public.citext, integer, text);
drop function public.send_invitation(uuid, text);
drop function public.living_invitation(text);
drop function public.invitation_hash(text);
drop function public.invitation_token();
drop table public.salon_invitations;
drop function public.write_letter(text, jsonb, uuid, public.citext, text);
