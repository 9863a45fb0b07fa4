-- C-14: one daily letter by default, and nothing else that was not asked for. A new account starts without the letters of
-- mentions and invitations; the choices of members who are here already stay as they are (C-15).
update public.mail_kinds
set wanted_at_first = false
where kind in ('mention', 'invitation');
