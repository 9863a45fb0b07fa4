drop function public.rebuild_progress(uuid);
drop function public.record_progress(uuid, text, integer, integer, text);
drop function public.change_enrollment(uuid, text);
drop function public.whole_days(timestamptz, timestamptz);
drop function public.start_course(uuid);
drop function public.count_course(uuid, uuid);
drop function public.lock_my_progress();
