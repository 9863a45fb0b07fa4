/**
 * What a member does with her subscription, as Stripe is asked for it. The mirror follows by `syncCustomer`, which the
 * caller runs next; nothing here writes it.
 */
import type Stripe from 'stripe';
import { AppError } from '~/errors';
import { type Ask, orNull } from './client';

/** With its schedule, if a change is planned. Null: Stripe has none of that id. */
export function fetchSubscription(ask: Ask, id: string): Promise<Stripe.Subscription | null> {
  return orNull(ask(({ subscriptions }) => subscriptions.retrieve(id, { expand: ['schedule'] })));
}

export type Upgrade = {
  /** To pay now, in cents: the new period less what is left of the old one. */
  readonly cents: number;
  readonly currency: string;
  /** When the period that is paid now ends. */
  readonly until: Date | null;
  /** Seconds since 1970; given back to `upgradeNow`, the sum stays the one that was shown. */
  readonly prorationDate: number;
};

/** What « month → year » costs if it is done now; nothing changes. */
export async function previewUpgrade(ask: Ask, id: string, price: string, now: Date): Promise<Upgrade> {
  const subscription = await existing(ask, id);
  const prorationDate = Math.floor(now.getTime() / 1_000);
  const invoice = await ask(({ invoices }) =>
    invoices.createPreview({
      subscription: id,
      subscription_details: {
        items: [{ id: itemOf(subscription), price }],
        proration_behavior: 'always_invoice',
        proration_date: prorationDate,
      },
    }),
  );
  const ends = invoice.lines.data.map(({ period }) => period.end);
  return {
    cents: invoice.amount_due,
    currency: invoice.currency,
    until: ends.length > 0 ? new Date(Math.max(...ends) * 1_000) : null,
    prorationDate,
  };
}

/**
 * Month → year, at once: the difference is paid now, and without a payment the old plan stays.
 * @param key of this intent
 * @returns where the member's bank asks her to confirm (3-D Secure); null: done
 * @throws AppError conflict `card_declined`
 */
export async function upgradeNow(
  ask: Ask,
  { id, price, prorationDate, key }: { id: string; price: string; prorationDate: number; key: string },
): Promise<string | null> {
  const subscription = await existing(ask, id);
  await dropSchedule(ask, subscription);
  const changed = await ask(({ subscriptions }) =>
    subscriptions.update(
      id,
      {
        items: [{ id: itemOf(subscription), price }],
        proration_behavior: 'always_invoice',
        proration_date: prorationDate,
        payment_behavior: 'pending_if_incomplete',
        expand: ['latest_invoice'],
      },
      { idempotencyKey: key },
    ),
  );
  if (!changed.pending_update) return null;
  const invoice = changed.latest_invoice;
  return invoice && typeof invoice === 'object' ? (invoice.hosted_invoice_url ?? null) : null;
}

/** Year → month, when the paid year ends: no invoice below zero, nothing lost. Asked twice, it is planned once. */
export async function downgradeLater(ask: Ask, id: string, price: string): Promise<void> {
  const subscription = await existing(ask, id);
  const item = subscription.items.data[0];
  if (!item) throw new AppError('conflict', 'no_item');
  const schedule =
    scheduleOf(subscription) ??
    (
      await ask(({ subscriptionSchedules }) =>
        subscriptionSchedules.create(
          { from_subscription: id },
          { idempotencyKey: `schedule:${id}:${item.current_period_end}:${item.price.id}` },
        ),
      )
    ).id;
  await ask(({ subscriptionSchedules }) =>
    subscriptionSchedules.update(schedule, {
      end_behavior: 'release',
      proration_behavior: 'none',
      phases: [
        {
          items: [{ price: item.price.id, quantity: 1 }],
          start_date: item.current_period_start,
          end_date: item.current_period_end,
        },
        { items: [{ price, quantity: 1 }], duration: { interval: 'month', interval_count: 1 } },
      ],
    }),
  );
}

/** The planned change is dropped: the plan of now goes on. */
export async function keepPlan(ask: Ask, id: string): Promise<void> {
  await dropSchedule(ask, await existing(ask, id));
}

/** It ends at the paid date; until then everything stays open (S06). */
export async function cancelAtPeriodEnd(ask: Ask, id: string): Promise<Stripe.Subscription> {
  await dropSchedule(ask, await existing(ask, id));
  return ask(({ subscriptions }) => subscriptions.update(id, { cancel_at_period_end: true }));
}

/** Takes back a cancellation before its date. */
export function resume(ask: Ask, id: string): Promise<Stripe.Subscription> {
  return ask(({ subscriptions }) => subscriptions.update(id, { cancel_at_period_end: false }));
}

/** Ends now, without another invoice: a withdrawal within 14 days, an erased account. Ended or gone already is done. */
export async function cancelNow(ask: Ask, id: string): Promise<void> {
  await ask(({ subscriptions }) => subscriptions.cancel(id, { invoice_now: false, prorate: false })).catch(
    (error: { code?: string }) => {
      if (error.code !== 'not_found') throw error;
    },
  );
}

/**
 * Money back for one payment.
 * @param cents null: all that is left of it
 * @param key of this intent: pressed twice, it is paid back once
 */
export function refund(
  ask: Ask,
  { paymentIntent, cents, key }: { paymentIntent: string; cents: number | null; key: string },
): Promise<Stripe.Refund> {
  return ask(({ refunds }) =>
    refunds.create(
      { payment_intent: paymentIntent, reason: 'requested_by_customer', ...(cents !== null && { amount: cents }) },
      { idempotencyKey: key },
    ),
  );
}

async function existing(ask: Ask, id: string): Promise<Stripe.Subscription> {
  const subscription = await fetchSubscription(ask, id);
  if (!subscription) throw new AppError('conflict', 'no_subscription');
  return subscription;
}

function itemOf({ items }: Stripe.Subscription): string {
  const [item] = items.data;
  if (!item) throw new AppError('conflict', 'no_item');
  return item.id;
}

function scheduleOf({ schedule }: Stripe.Subscription): string | null {
  return typeof schedule === 'string' ? schedule : (schedule?.id ?? null);
}

/** A subscription under a schedule takes no change of its own. */
async function dropSchedule(ask: Ask, subscription: Stripe.Subscription): Promise<void> {
  const schedule = scheduleOf(subscription);
  if (schedule) await ask(({ subscriptionSchedules }) => subscriptionSchedules.release(schedule));
}
