drop function public.my_mail_trouble();
drop trigger outbox_queue_letter on public.outbox;
drop function public.queue_letter();
drop function public.queue_job(text, json, text, timestamptz, integer);
drop schema graphile_worker cascade;
drop table public.mail_events;
drop table public.mail_stops;
drop table public.mail_state;
delete from public.outbox where swept_at is not null;
alter table public.outbox
  drop constraint outbox_addressed,
  drop column mailbox,
  drop column sent_to,
  drop column taken_at,
  drop column reason,
  drop column message_id,
  drop column arrival,
  drop column arrival_at,
  drop column swept_at,
  add constraint outbox_addressed check (num_nonnulls(user_id, email) = 1);
drop function public.mailbox_of(public.citext);
