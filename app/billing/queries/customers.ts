/** Who is which customer at Stripe (D22), and the Checkout Session that was opened last. */
import type { PaidPlan as Plan } from '~/billing/rules/plans';
import type { Tx } from '~/db';
import type { StripeCustomers } from '../../../db/schema';

export type Payer = {
  readonly email: string;
  readonly name: string | null;
  /** Customers that were deleted at Stripe by hand. */
  readonly gone: number;
  readonly customer: string | null;
  readonly checkoutSessionId: string | null;
  readonly checkoutPlan: string | null;
  /** A subscription that Stripe still bills, or will once its payment is confirmed. */
  readonly liveSubscription: string | null;
};

/** Null: no such account. */
export async function payerOf(tx: Tx, userId: string, livemode: boolean): Promise<Payer | null> {
  const [row] = await tx<Payer[]>`
    select
      u.email::text as email, p.full_name as name, c.id as customer, c.checkout_session_id, c.checkout_plan,
      (
        select count(*)::int
        from stripe_customers g
        where g.user_id = u.id and g.livemode = ${livemode} and g.gone_at is not null
      ) as gone,
      (
        select s.id
        from subscriptions s
        where s.user_id = u.id and s.customer_id = c.id and s.status in ('active', 'trialing', 'past_due', 'unpaid', 'paused')
        order by s.started_at
        limit 1
      ) as live_subscription
    from auth.users u
    join profiles p on p.id = u.id
    left join stripe_customers c on c.user_id = u.id and c.livemode = ${livemode} and c.gone_at is null
    where u.id = ${userId}`;
  return row ?? null;
}

/** Written once: of two windows at once the second finds it. */
export async function insertCustomer(tx: Tx, id: string, userId: string, livemode: boolean): Promise<void> {
  await tx`
    insert into stripe_customers (id, user_id, livemode)
    values (${id}, ${userId}, ${livemode})
    on conflict do nothing`;
}

export async function noteCheckout(tx: Tx, customer: string, session: string, plan: Plan): Promise<void> {
  await tx`
    update stripe_customers
    set checkout_session_id = ${session}, checkout_plan = ${plan}
    where id = ${customer}`;
}

/** Deleted at Stripe. */
export async function noteGone(tx: Tx, customer: string): Promise<void> {
  await tx`
    update stripe_customers
    set gone_at = coalesce(gone_at, now())
    where id = ${customer}`;
}

export type Owned = Readonly<Pick<StripeCustomers, 'id' | 'livemode'>>;

export function customersOf(tx: Tx, userId: string): Promise<Owned[]> {
  return tx<Owned[]>`
    select id, livemode
    from stripe_customers
    where user_id = ${userId} and gone_at is null`;
}

/** Erased accounts whose customer is still there: a job for each. */
export async function adoptErasures(tx: Tx, livemode: boolean): Promise<void> {
  await tx`
    select queue_job('stripe-erase', json_build_object('id', id), 'stripe-erase:' || id, now(), 0)
    from stripe_customers
    where user_id is null and gone_at is null and livemode = ${livemode}`;
}
