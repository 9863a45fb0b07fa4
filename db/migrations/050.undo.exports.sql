drop table public.exports;
drop function public.queue_export();
