update public.mail_kinds
set wanted_at_first = true
where kind in ('mention', 'invitation');
