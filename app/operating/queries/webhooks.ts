/** Every statement on webhooks and their deliveries (Z03). As the system. */
import type { Tx } from '~/db';
import type { WebhookDeliveries, Webhooks } from '../../../db/schema';
import type { DeliveryFault, NewWebhook } from '../rules/webhooks';

export type WebhookLine = Readonly<
  Pick<Webhooks, 'id' | 'address' | 'events' | 'secret' | 'createdAt' | 'failingSince' | 'offAt' | 'offReason'>
>;
export type DeliveryLine = Readonly<
  Pick<WebhookDeliveries, 'id' | 'event' | 'createdAt' | 'state' | 'attempts' | 'triedAt' | 'status' | 'fault'>
> & { readonly address: string };

export function allWebhooks(tx: Tx): Promise<WebhookLine[]> {
  return tx<WebhookLine[]>`
    select id, address, events, secret, created_at, failing_since, off_at, off_reason
    from webhooks
    order by created_at, id`;
}

/** @returns its id; null: there are as many as there may be */
export async function insertWebhook(
  tx: Tx,
  { address, events }: NewWebhook,
  secret: string,
  most: number,
): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into webhooks (address, events, secret)
    select ${address}, ${events as string[]}, ${secret}
    where (select count(*) from webhooks) < ${most}
    returning id`;
  return row?.id ?? null;
}

/** False: there is no such one. */
export async function stopWebhook(tx: Tx, id: string, reason: 'team' | 'gone' | 'failing'): Promise<boolean> {
  const rows = await tx`
    update webhooks
    set off_at = now(), off_reason = ${reason}
    where id = ${id} and off_at is null
    returning id`;
  return rows.length > 0;
}

export async function resumeWebhook(tx: Tx, id: string): Promise<void> {
  await tx`
    update webhooks
    set off_at = null, off_reason = null, failing_since = null
    where id = ${id}`;
}

export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx`
    delete from webhooks
    where id = ${id}`;
}

/** One for this receiver alone, whatever events it wants. */
export async function insertDelivery(tx: Tx, webhookId: string, event: string, payload: string): Promise<void> {
  await tx`
    insert into webhook_deliveries (webhook_id, event, payload)
    select id, ${event}, ${payload}::text::jsonb
    from webhooks
    where id = ${webhookId}`;
}

export function lastDeliveries(tx: Tx): Promise<DeliveryLine[]> {
  return tx<DeliveryLine[]>`
    select t.id, t.event, t.created_at, t.state, t.attempts, t.tried_at, t.status, t.fault, w.address
    from webhook_deliveries t
    join webhooks w on w.id = t.webhook_id
    order by t.created_at desc, t.id
    limit 50`;
}

export type DeliveryInHand = Readonly<Pick<WebhookDeliveries, 'id' | 'attempts'>> &
  Readonly<Pick<Webhooks, 'address' | 'secret'>> & { readonly webhookId: string; readonly body: string };

/** Null: it was told already, given up, or nothing is sent there any more but what the team tries itself. */
export async function deliveryInHand(tx: Tx, id: string, test: string, all: boolean): Promise<DeliveryInHand | null> {
  const [row] = await tx<DeliveryInHand[]>`
    select t.id, t.attempts, t.webhook_id, coalesce(t.payload::text, '') as body, w.address, w.secret
    from webhook_deliveries t
    join webhooks w on w.id = t.webhook_id
    where t.id = ${id} and t.state = 'waiting' and (t.event = ${test} or ${all} and w.off_at is null)`;
  return row ?? null;
}

export type Answered = { readonly status: number | null; readonly fault: DeliveryFault | null };

export async function settleDelivery(
  tx: Tx,
  id: string,
  state: 'waiting' | 'taken' | 'failed',
  { status, fault }: Answered,
): Promise<void> {
  await tx`
    update webhook_deliveries
    set
      state = ${state},
      attempts = attempts + 1,
      tried_at = now(),
      status = ${status},
      fault = ${fault},
      payload = case when ${state} = 'waiting' then payload else '{}' end
    where id = ${id}`;
}

export async function tryAgain(tx: Tx, id: string, seconds: number): Promise<void> {
  await tx`
    select queue_job(
      'webhook', json_build_object('id', ${id}::text), 'webhook:' || ${id}::text, now() + make_interval(secs => ${seconds}), 20
    )`;
}

export async function noteTaken(tx: Tx, webhookId: string): Promise<void> {
  await tx`
    update webhooks
    set failing_since = null
    where id = ${webhookId} and failing_since is not null`;
}

/** @returns true once it has failed for so many days */
export async function noteFailing(tx: Tx, webhookId: string, days: number): Promise<boolean> {
  const [row] = await tx<{ long: boolean }[]>`
    update webhooks
    set failing_since = coalesce(failing_since, now())
    where id = ${webhookId}
    returning coalesce(failing_since < now() - make_interval(days => ${days}), false) as long`;
  return row?.long === true;
}

/** What waits for a receiver that was switched off is given up; the rest is forgotten after some weeks. */
export async function forgetOldDeliveries(tx: Tx, days: number): Promise<void> {
  await tx`
    with given_up as (
      update webhook_deliveries t
      set state = 'failed', payload = '{}'
      from webhooks w
      where w.id = t.webhook_id and t.state = 'waiting' and w.off_at < now() - interval '1 day'
    )
    delete from webhook_deliveries
    where created_at < now() - make_interval(days => ${days})`;
}

/** Of a time without a queue: every delivery that waits has a job. */
export async function adoptDeliveries(tx: Tx): Promise<void> {
  await tx`
    select queue_job('webhook', json_build_object('id', t.id), 'webhook:' || t.id, now(), 20)
    from webhook_deliveries t
    join webhooks w on w.id = t.webhook_id
    where t.state = 'waiting'
      and w.off_at is null
      and not exists (select from graphile_worker.jobs j where j.key = 'webhook:' || t.id)`;
}
