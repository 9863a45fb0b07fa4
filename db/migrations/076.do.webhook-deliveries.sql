-- Z03: what Standard Webhooks and its receivers call a delivery has that name here too.
alter table public.webhook_tellings rename to webhook_deliveries;
do $$
declare
  each record;
begin
  for each in
    select conname from pg_constraint where conrelid = 'public.webhook_deliveries'::regclass and conname like 'webhook_tellings%'
  loop
    execute format(
      'alter table public.webhook_deliveries rename constraint %I to %I',
      each.conname, replace(each.conname, 'tellings', 'deliveries')
    );
  end loop;
end
$$;
alter index public.webhook_tellings_webhook_id_idx rename to webhook_deliveries_webhook_id_idx;
alter index public.webhook_tellings_created_at_idx rename to webhook_deliveries_created_at_idx;
alter trigger webhook_tellings_queue on public.webhook_deliveries rename to webhook_deliveries_queue;
alter function public.queue_telling() rename to queue_delivery;
