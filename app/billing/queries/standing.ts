/** What « Mon abonnement » shows of the viewer: her plan, her subscription, what she has paid and used. */
import type { Tx } from '~/db';
import type { Invoices, Subscriptions } from '../../../db/schema';
import { LIMITED, type PaidPlan, type PlanName } from '../rules/plans';
import type { Owed, Standing, Subscription } from '../rules/standing';

/** Its dates as JSON has them. */
type SubscriptionJson = Omit<Subscription, Dates | 'isGiven'> & { readonly [D in Dates]: string | null };
type Dates = 'startedAt' | 'periodEnd' | 'cancelAt' | 'accessUntil';

type StandingRow = {
  readonly plan: PlanName;
  readonly since: Date | null;
  readonly trialEndsAt: Date | null;
  readonly paidCents: number;
  readonly subscription: SubscriptionJson | null;
  readonly owed: Owed | null;
  readonly allowances: Standing['allowances'] | null;
};

/** One statement. */
export async function standingOf(tx: Tx, viewerId: string): Promise<Standing> {
  const [row] = await tx<StandingRow[]>`
    select
      p.subscription_type as plan, p.subscription_started_at as since, p.trial_ends_at,
      (
        select coalesce(sum(i.paid_cents - i.refunded_cents), 0)::bigint
        from invoices i
        where i.user_id = ${viewerId} and i.currency = 'eur'
      ) as paid_cents,
      (
        select json_build_object(
          'id', s.id, 'plan', s.plan, 'status', s.status, 'startedAt', s.started_at, 'periodEnd', s.current_period_end,
          'cancelAt', s.cancel_at, 'accessUntil', s.access_until, 'nextPlan', s.next_plan
        )
        from subscriptions s
        where s.user_id = ${viewerId}
          and s.ended_at is null
          and s.status in ('active', 'trialing', 'past_due', 'unpaid', 'paused')
        order by s.plan is null, s.plan, s.started_at
        limit 1
      ) as subscription,
      (
        select json_build_object('cents', i.total_cents - i.paid_cents, 'url', i.hosted_url)
        from invoices i
        where i.user_id = ${viewerId} and i.status = 'open'
        order by i.created_at desc
        limit 1
      ) as owed,
      (
        select json_agg(json_build_object('what', w.what, 'used', a.used, 'allowed', a.allowed) order by w.place)
        from unnest(${LIMITED as readonly string[]}::text[]) with ordinality w (what, place)
        cross join lateral my_allowance(w.what) a
        where a.allowed is not null
      ) as allowances
    from my_profile() p`;
  if (!row) throw new Error('a signed-in member has a profile');
  return { ...row, subscription: row.subscription && dated(row.subscription), allowances: row.allowances ?? [] };
}

function dated(json: SubscriptionJson): Subscription {
  const date = (text: string | null) => (text ? new Date(text) : null);
  return {
    ...json,
    startedAt: new Date(json.startedAt ?? 0),
    periodEnd: date(json.periodEnd),
    cancelAt: date(json.cancelAt),
    accessUntil: date(json.accessUntil),
    isGiven: json.id.startsWith('offert_'),
  };
}

export type InvoiceLine = Readonly<
  Pick<
    Invoices,
    | 'id'
    | 'number'
    | 'status'
    | 'totalCents'
    | 'paidCents'
    | 'refundedCents'
    | 'periodEnd'
    | 'hostedUrl'
    | 'pdfUrl'
    | 'createdAt'
  >
> & { readonly plan: PaidPlan | null };

/** The viewer's, the newest first; a draft is none yet. */
export function invoicesOf(tx: Tx, viewerId: string): Promise<InvoiceLine[]> {
  return tx<InvoiceLine[]>`
    select
      id, number, status, total_cents, paid_cents, refunded_cents, plan, period_end, hosted_url, pdf_url,
      created_at
    from invoices
    where user_id = ${viewerId}
      and status <> 'draft'
    order by created_at desc, id
    limit 200`;
}

export type PaidInvoice = Readonly<Pick<Invoices, 'id'>> & {
  readonly paymentIntentId: string;
  readonly cents: number;
};

/** As the system role: what a withdrawal pays back. */
export function paidInvoicesOf(tx: Tx, subscriptionId: string): Promise<PaidInvoice[]> {
  return tx<PaidInvoice[]>`
    select id, payment_intent_id, paid_cents - refunded_cents as cents
    from invoices
    where subscription_id = ${subscriptionId}
      and payment_intent_id is not null
      and paid_cents > refunded_cents
    order by created_at, id`;
}

/** As the system role: the subscriptions of a member that Stripe bills, or will. */
export type BilledSubscription = Readonly<
  Pick<Subscriptions, 'id' | 'status' | 'startedAt' | 'currentPeriodEnd' | 'cancelAt'>
> & { readonly customerId: string; readonly plan: PaidPlan | null };

export function billedSubscriptionsOf(tx: Tx, userId: string): Promise<BilledSubscription[]> {
  return tx<BilledSubscription[]>`
    select id, customer_id, plan, status, started_at, current_period_end, cancel_at
    from subscriptions
    where user_id = ${userId}
      and customer_id is not null
      and ended_at is null
      and status in ('active', 'trialing', 'past_due', 'unpaid', 'paused')
    order by started_at, id`;
}
