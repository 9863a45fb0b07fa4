/** The statements that write the mirror. All of one customer's run in one transaction, after `raiseVersion`. */

import type { PaidPlan as Plan } from '~/billing/rules/plans';
import type { StripeEvent } from '~/billing/stripe/event';
import type { InvoiceRow, SubscriptionRow } from '~/billing/stripe/mirror-rows';
import type { Tx } from '~/db';
import type { StripeCustomers } from '../../../db/schema';

export type Standing = Readonly<Pick<StripeCustomers, 'version' | 'userId'>> & {
  /** The event is applied already. */
  readonly isTold: boolean;
};

/** Before Stripe is asked. Null: no customer of ours. @param eventId null: no event stands behind it */
export async function standingOf(tx: Tx, customer: string, eventId: string | null): Promise<Standing | null> {
  const [row] = await tx<Standing[]>`
    select version, user_id, exists (select from stripe_events where id = ${eventId}) as is_told
    from stripe_customers
    where id = ${customer}`;
  return row ?? null;
}

/**
 * Takes the customer's row lock, stores the event, and says whether what was fetched after `version` was read is still the
 * newest. False: another one has written meanwhile, or has applied this very event; the transaction must be undone.
 */
export async function raiseVersion(
  tx: Tx,
  customer: string,
  { version, isGone, event }: { version: number; isGone: boolean; event: StripeEvent | null },
): Promise<boolean> {
  const { count } = await tx`
    with told as (
      insert into stripe_events (id, type, customer_id, livemode, api_version, created_at, verdict)
      select ${event?.id ?? ''}, ${event?.type ?? ''}, ${customer}, ${event?.livemode ?? false},
        ${event?.apiVersion ?? null}, ${event?.createdAt ?? null}, 'applied'
      where ${event !== null}
      on conflict do nothing
      returning id
    )
    update stripe_customers
    set
      version = version + 1,
      synced_at = now(),
      gone_at = case when ${isGone} then coalesce(gone_at, now()) end
    where id = ${customer}
      and version = ${version}
      and (${event === null} or exists (select from told))`;
  return count === 1;
}

/** Stores an event whose effect another one has written. */
export async function markApplied(tx: Tx, customer: string, event: StripeEvent): Promise<void> {
  await tx`
    insert into stripe_events (id, type, customer_id, livemode, api_version, created_at, verdict)
    values (${event.id}, ${event.type}, ${customer}, ${event.livemode}, ${event.apiVersion}, ${event.createdAt}, 'applied')
    on conflict do nothing`;
}

/** What a letter tells: an invoice that was not paid before, or the first attempt that failed. */
export type News = {
  readonly is: 'paid' | 'failed';
  readonly invoiceId: string;
  readonly userId: string;
  readonly name: string;
  readonly plan: Plan;
  readonly cents: number;
  readonly periodEnd: Date | null;
  readonly createdAt: Date;
};

type Whose = { readonly customer: string; readonly userId: string | null; readonly livemode: boolean };

/** Writes what differs. What Stripe does not list any more has ended. */
export async function writeSubscriptions(
  tx: Tx,
  { customer, userId, livemode }: Whose,
  subscriptions: readonly SubscriptionRow[],
): Promise<void> {
  await tx`
    with given as (
      select *
      from jsonb_to_recordset(${tx.json(subscriptions as never)}) as s (
        id text, plan text, price_id text, status text, started_at timestamptz, current_period_start timestamptz,
        current_period_end timestamptz, cancel_at timestamptz, canceled_at timestamptz, ended_at timestamptz,
        past_due_since timestamptz, next_plan text
      )
    ),
    ended as (
      update subscriptions
      set status = 'canceled', ended_at = now(), updated_at = now()
      where customer_id = ${customer} and ended_at is null and id not in (select id from given)
    )
    insert into subscriptions as s (
      id, user_id, customer_id, livemode, plan, price_id, status, started_at, current_period_start, current_period_end,
      cancel_at, canceled_at, ended_at, past_due_since, next_plan
    )
    select
      id, ${userId}::uuid, ${customer}, ${livemode}, plan, price_id, status, started_at, current_period_start,
      current_period_end, cancel_at, canceled_at, ended_at, past_due_since, next_plan
    from given
    where ${userId}::uuid is not null
    on conflict (id) do update set
      plan = excluded.plan, price_id = excluded.price_id, status = excluded.status, started_at = excluded.started_at,
      current_period_start = excluded.current_period_start, current_period_end = excluded.current_period_end,
      cancel_at = excluded.cancel_at, canceled_at = excluded.canceled_at, ended_at = excluded.ended_at,
      past_due_since = excluded.past_due_since, next_plan = excluded.next_plan, updated_at = now()
    where (
      s.plan, s.price_id, s.status, s.current_period_start, s.current_period_end, s.cancel_at, s.canceled_at,
      s.ended_at, s.past_due_since, s.next_plan
    ) is distinct from (
      excluded.plan, excluded.price_id, excluded.status, excluded.current_period_start, excluded.current_period_end,
      excluded.cancel_at, excluded.canceled_at, excluded.ended_at, excluded.past_due_since, excluded.next_plan
    )`;
}

/**
 * Writes what differs.
 * @returns what the member is told by letter; nothing of what is older than three days, such as a history read late
 */
export async function writeInvoices(
  tx: Tx,
  { customer, userId, livemode }: Whose,
  invoices: readonly InvoiceRow[],
): Promise<readonly News[]> {
  return tx<News[]>`
    with billed as (
      insert into invoices as i (
        id, customer_id, user_id, livemode, subscription_id, number, status, billing_reason, currency, total_cents,
        paid_cents, refunded_cents, dispute, plan, period_start, period_end, payment_intent_id, hosted_url, pdf_url,
        attempt_count, next_attempt_at, created_at, paid_at
      )
      select
        id, ${customer}, ${userId}::uuid, ${livemode}, subscription_id, number, status, billing_reason, currency,
        total_cents, paid_cents, refunded_cents, dispute, plan, period_start, period_end, payment_intent_id, hosted_url,
        pdf_url, attempt_count, next_attempt_at, created_at, paid_at
      from jsonb_to_recordset(${tx.json(invoices as never)}) as i (
        id text, subscription_id text, number text, status text, billing_reason text, currency text, total_cents bigint,
        paid_cents bigint, refunded_cents bigint, dispute text, plan text, period_start timestamptz,
        period_end timestamptz, payment_intent_id text, hosted_url text, pdf_url text, attempt_count integer,
        next_attempt_at timestamptz, created_at timestamptz, paid_at timestamptz
      )
      on conflict (id) do update set
        number = excluded.number, status = excluded.status, total_cents = excluded.total_cents,
        paid_cents = excluded.paid_cents, refunded_cents = excluded.refunded_cents, dispute = excluded.dispute,
        plan = excluded.plan, period_start = excluded.period_start, period_end = excluded.period_end,
        payment_intent_id = excluded.payment_intent_id, hosted_url = excluded.hosted_url, pdf_url = excluded.pdf_url,
        attempt_count = excluded.attempt_count, next_attempt_at = excluded.next_attempt_at, paid_at = excluded.paid_at,
        updated_at = now()
      where (
        i.number, i.status, i.paid_cents, i.refunded_cents, i.dispute, i.plan, i.payment_intent_id, i.hosted_url,
        i.attempt_count, i.next_attempt_at, i.paid_at
      ) is distinct from (
        excluded.number, excluded.status, excluded.paid_cents, excluded.refunded_cents, excluded.dispute, excluded.plan,
        excluded.payment_intent_id, excluded.hosted_url, excluded.attempt_count, excluded.next_attempt_at,
        excluded.paid_at
      )
      returning i.*
    )
    select
      case when b.status = 'paid' then 'paid' else 'failed' end as is, b.id as invoice_id, b.user_id,
      coalesce(p.full_name, '') as name, b.plan, b.total_cents as cents, b.period_end, b.created_at
    from billed b
    join profiles p on p.id = b.user_id
    left join invoices before on before.id = b.id
    where b.plan is not null
      and b.currency = 'eur'
      and (
        (b.status = 'paid' and b.total_cents > 0 and b.paid_at > now() - interval '3 days'
          and before.status is distinct from 'paid')
        or (b.status = 'open' and b.attempt_count > 0 and b.billing_reason <> 'subscription_create'
          and b.created_at > now() - interval '20 days' and coalesce(before.attempt_count, 0) = 0)
      )
    order by b.created_at`;
}
