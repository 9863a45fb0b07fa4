drop table public.error_groups;
drop table public.site_minutes;
drop table public.route_hours;
drop table public.alerts;
drop table public.restore_drills;
drop table public.backups;
