/** What the team sees at `/admin/abonnements`: differences of a night, double subscriptions, disputes, money paid back. */
import type { Tx } from '~/db';
import type { Invoices, PaymentFindings, StripeEvents } from '../../../db/schema';
import type { PaidPlan } from '../rules/plans';

/** A live subscription in the words by which both sides are compared. */
export type Compared = { readonly customerId: string; readonly subscriptionId: string; readonly words: string };

type LiveRow = {
  readonly id: string;
  readonly customerId: string;
  readonly plan: PaidPlan | null;
  readonly status: string;
  readonly currentPeriodEnd: Date | null;
  readonly cancelAt: Date | null;
};

/** What the mirror takes for live, as Stripe lists it. */
export function liveMirror(tx: Tx, livemode: boolean): Promise<LiveRow[]> {
  return tx<LiveRow[]>`
    select id, customer_id, plan, status, current_period_end, cancel_at
    from subscriptions
    where customer_id is not null
      and livemode = ${livemode}
      and status in ('active', 'trialing', 'past_due', 'unpaid', 'paused', 'incomplete')`;
}

type Difference = Omit<Compared, 'words'> & { readonly mirrorSays: string | null; readonly stripeSays: string | null };

export async function insertFindings(tx: Tx, found: readonly Difference[]): Promise<void> {
  await tx`
    insert into payment_findings (kind, customer_id, subscription_id, mirror_says, stripe_says)
    select
      case when c.id is null then 'stranger' else 'repaired' end, f."customerId", f."subscriptionId",
      f."mirrorSays", f."stripeSays"
    from jsonb_to_recordset(${tx.json(found as never)}) as f (
      "customerId" text, "subscriptionId" text, "mirrorSays" text, "stripeSays" text
    )
    left join stripe_customers c on c.id = f."customerId"
    on conflict do nothing`;
}

export type Finding = Readonly<
  Pick<PaymentFindings, 'id' | 'at' | 'kind' | 'customerId' | 'subscriptionId' | 'mirrorSays' | 'stripeSays'>
> & {
  readonly userId: string | null;
  readonly name: string | null;
};

/** Nobody has said that she saw them. */
export function openFindings(tx: Tx): Promise<Finding[]> {
  return tx<Finding[]>`
    select f.id, f.at, f.kind, f.customer_id, f.subscription_id, f.mirror_says, f.stripe_says, c.user_id, p.full_name as name
    from payment_findings f
    left join stripe_customers c on c.id = f.customer_id
    left join profiles p on p.id = c.user_id
    where f.seen_at is null
    order by f.id desc
    limit 100`;
}

export async function noteSeen(tx: Tx, finding: number): Promise<void> {
  await tx`
    update payment_findings
    set seen_at = coalesce(seen_at, now())
    where id = ${finding}`;
}

export type ReviewedEvent = Readonly<Pick<StripeEvents, 'id' | 'type' | 'customerId' | 'reason' | 'createdAt'>>;

export function eventsForReview(tx: Tx): Promise<ReviewedEvent[]> {
  return tx<ReviewedEvent[]>`
    select id, type, customer_id, reason, created_at
    from stripe_events
    where verdict = 'review' and reviewed_at is null
    order by received_at desc
    limit 100`;
}

export async function noteReviewed(tx: Tx, event: string): Promise<void> {
  await tx`
    update stripe_events
    set reviewed_at = coalesce(reviewed_at, now()), body = null
    where id = ${event}`;
}

export type Double = { readonly userId: string; readonly name: string | null; readonly count: number };

/** C-20: members who pay more than once, and members whose subscription opens nothing. */
export function doubleSubscriptions(tx: Tx): Promise<Double[]> {
  return tx<Double[]>`
    select s.user_id, p.full_name as name, count(*)::int as count
    from subscriptions s
    join profiles p on p.id = s.user_id
    where s.customer_id is not null and s.status in ('active', 'trialing', 'past_due')
    group by s.user_id, p.full_name
    having count(*) > 1 or bool_or(s.plan is null)
    order by p.full_name
    limit 100`;
}

export type Payment = Readonly<
  Pick<
    Invoices,
    | 'id'
    | 'number'
    | 'userId'
    | 'plan'
    | 'currency'
    | 'paidCents'
    | 'refundedCents'
    | 'dispute'
    | 'createdAt'
    | 'status'
  >
> & { readonly name: string | null; readonly email: string | null };

/** Disputed or paid back, the newest first; or the payments of whoever is looked for. */
export function troubledPayments(tx: Tx): Promise<Payment[]> {
  return tx<Payment[]>`
    select i.id, i.number, i.user_id, i.plan, i.currency, i.paid_cents, i.refunded_cents, i.dispute, i.created_at, i.status,
      p.full_name as name, u.email::text as email
    from invoices i
    left join profiles p on p.id = i.user_id
    left join auth.users u on u.id = i.user_id
    where i.refunded_cents > 0 or i.dispute is not null
    order by i.created_at desc
    limit 100`;
}

/** By a member's exact address, or an invoice's number. */
export function paymentsFoundBy(tx: Tx, words: string): Promise<Payment[]> {
  return tx<Payment[]>`
    select i.id, i.number, i.user_id, i.plan, i.currency, i.paid_cents, i.refunded_cents, i.dispute, i.created_at, i.status,
      p.full_name as name, u.email::text as email
    from invoices i
    left join profiles p on p.id = i.user_id
    left join auth.users u on u.id = i.user_id
    where u.email = ${words}::citext or i.number = ${words} or i.id = ${words}
    order by i.created_at desc
    limit 50`;
}

export type Refundable = Readonly<
  Pick<Invoices, 'id' | 'customerId' | 'userId' | 'paymentIntentId' | 'paidCents' | 'refundedCents'>
>;

export async function invoiceToRefund(tx: Tx, id: string): Promise<Refundable | null> {
  const [row] = await tx<Refundable[]>`
    select id, customer_id, user_id, payment_intent_id, paid_cents, refunded_cents
    from invoices
    where id = ${id}
      and status = 'paid'
      and dispute is null
      and payment_intent_id is not null
      and paid_cents > refunded_cents`;
  return row ?? null;
}
