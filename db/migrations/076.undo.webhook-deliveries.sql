alter table public.webhook_deliveries rename to webhook_tellings;
do $$
declare
  each record;
begin
  for each in
    select conname from pg_constraint where conrelid = 'public.webhook_tellings'::regclass and conname like 'webhook_deliveries%'
  loop
    execute format(
      'alter table public.webhook_tellings rename constraint %I to %I',
      each.conname, replace(each.conname, 'deliveries', 'tellings')
    );
  end loop;
end
$$;
alter index public.webhook_deliveries_webhook_id_idx rename to webhook_tellings_webhook_id_idx;
alter index public.webhook_deliveries_created_at_idx rename to webhook_tellings_created_at_idx;
alter trigger webhook_deliveries_queue on public.webhook_tellings rename to webhook_tellings_queue;
alter function public.queue_delivery() rename to queue_telling;
