drop function public.my_letters_this_week();
drop function public.letters_this_week(uuid);
drop table public.mail_marks;
drop table public.mail_rhythms;
