/** What happens to subscriptions: paid, renewed, changed, ended. Every change tells its event, as Stripe does. */
import type Stripe from 'stripe';
import { type InvoiceGiven, invoiceObject, invoicePayment, refundObject } from './more-objects';
import { chargeObject, itemObject, type LineGiven, listOf, subscriptionObject } from './objects';
import { eventOf } from './telling';
import { clock, found, invalid, newId, type Tariff, tariffOf, type World } from './world';

const DAY = 86_400; // seconds
/** A change of plan that is not paid (seconds). */
const WAITS = 23 * 3_600;

/** A month or a year later, on the same day where there is one. */
export function after(start: number, interval: 'month' | 'year'): number {
  const from = new Date(start * 1_000);
  const to = new Date(from);
  to.setUTCMonth(from.getUTCMonth() + (interval === 'year' ? 12 : 1));
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return Math.floor(to.getTime() / 1_000);
}

export const itemIn = (subscription: Stripe.Subscription) => {
  const [item] = subscription.items.data;
  if (!item) throw invalid('This subscription has no items.');
  return item;
};

export function subscribe(world: World, customer: string, tariff: Tariff): Stripe.Subscription {
  const start = clock(world);
  const subscription = subscriptionObject(customer, tariff, { start, end: after(start, tariff.interval) });
  world.subscriptions.set(subscription.id, subscription);
  const period = { start, end: after(start, tariff.interval) };
  const invoice = bill(world, subscription, {
    reason: 'subscription_create',
    lines: [{ tariff, period, cents: tariff.cents, proration: false, description: `1 × ${tariff.name}` }],
    period: { start, end: start },
  });
  pay(world, invoice, 'good');
  eventOf(world, 'customer.subscription.created', subscription);
  return subscription;
}

/** A new invoice, final and open. */
export function bill(world: World, subscription: Stripe.Subscription, given: InvoiceGiven): Stripe.Invoice {
  const invoice = invoiceObject(world, subscription, given);
  world.invoices.set(invoice.id ?? '', invoice);
  subscription.latest_invoice = invoice.id ?? null;
  eventOf(world, 'invoice.finalized', invoice);
  return invoice;
}

/** One try. What is below or at zero needs none. */
export function pay(world: World, invoice: Stripe.Invoice, does: 'good' | 'declined'): boolean {
  const card = world.cards.get(invoice.customer as string) ?? { last4: '4242', does: 'good' as const };
  const paid = invoice.amount_due === 0 || does === 'good';
  invoice.attempted = true;
  invoice.attempt_count += 1;
  if (invoice.amount_due > 0) {
    const intent = (invoice.payments?.data[0]?.payment.payment_intent as string | undefined) ?? newId('pi');
    invoice.payments = listOf(
      [invoicePayment(world, invoice, intent, paid)],
      `/v1/invoice_payments?invoice=${invoice.id}`,
    );
    const about = {
      amount: invoice.amount_due,
      customer: invoice.customer,
      payment_intent: intent,
      paid,
      currency: invoice.currency,
    };
    const charge = chargeObject(world, about as Partial<Stripe.Charge>, card);
    world.charges.set(charge.id, charge);
  }
  if (!paid) {
    invoice.next_payment_attempt = clock(world) + 3 * DAY;
    eventOf(world, 'invoice.payment_failed', invoice);
    return false;
  }
  Object.assign(invoice, {
    status: 'paid',
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    next_payment_attempt: null,
  });
  invoice.status_transitions.paid_at = clock(world);
  eventOf(world, 'invoice.paid', invoice);
  eventOf(world, 'invoice.payment_succeeded', invoice);
  return true;
}

/** Whether the customer's card pays now, without her. */
const cardPays = ({ cards }: World, customer: string) => {
  const does = cards.get(customer)?.does ?? 'good';
  return does === 'good' || does === 'asks' ? 'good' : 'declined';
};

/** The period is over: it ends, or the next one is billed, at the price that its schedule says. */
export function renew(world: World, subscription: Stripe.Subscription): void {
  const item = itemIn(subscription);
  if (subscription.cancel_at_period_end) return end(world, subscription, 'cancellation_requested');
  const tariff = scheduled(world, subscription) ?? tariffOf(world, item.price.id);
  const period = { start: item.current_period_end, end: after(item.current_period_end, tariff.interval) };
  subscription.items = listOf([itemObject(subscription.id, tariff, period, item.id)], subscription.items.url);
  const invoice = bill(world, subscription, {
    reason: 'subscription_cycle',
    lines: [{ tariff, period, cents: tariff.cents, proration: false, description: `1 × ${tariff.name}` }],
    period: { start: item.current_period_start, end: item.current_period_end },
  });
  const paid = pay(world, invoice, cardPays(world, subscription.customer as string));
  subscription.status = paid ? 'active' : 'past_due';
  eventOf(world, 'customer.subscription.updated', subscription);
}

/** The tariff of the schedule's last phase; the schedule is done then. */
function scheduled(world: World, subscription: Stripe.Subscription): Tariff | null {
  const schedule = world.schedules.get(String(subscription.schedule ?? ''));
  const price = schedule?.phases.at(-1)?.items[0]?.price;
  if (!schedule || !price) return null;
  Object.assign(schedule, { status: 'released', released_at: clock(world), released_subscription: subscription.id });
  schedule.subscription = null;
  subscription.schedule = null;
  return tariffOf(world, price as string);
}

export function end(
  world: World,
  subscription: Stripe.Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): void {
  const now = clock(world);
  const canceled = subscription.canceled_at ?? now;
  Object.assign(subscription, {
    status: 'canceled',
    ended_at: now,
    canceled_at: canceled,
    cancel_at_period_end: false,
  });
  subscription.cancel_at = subscription.cancel_at ?? null;
  if (subscription.cancellation_details) subscription.cancellation_details.reason = reason;
  eventOf(world, 'customer.subscription.deleted', subscription);
}

/** What is left of the period that was paid, back; and a whole new one from now. */
export function changeLines(world: World, subscription: Stripe.Subscription, price: string, at: number): LineGiven[] {
  const item = itemIn(subscription);
  const [old, next] = [tariffOf(world, item.price.id), tariffOf(world, price)];
  const left = Math.min(1, (item.current_period_end - at) / (item.current_period_end - item.current_period_start));
  const unused = { start: at, end: item.current_period_end };
  const whole = { start: at, end: after(at, next.interval) };
  return [
    {
      tariff: old,
      period: unused,
      cents: -Math.round(old.cents * left),
      proration: true,
      description: `Temps non utilisé sur ${old.name}`,
    },
    { tariff: next, period: whole, cents: next.cents, proration: false, description: `1 × ${next.name}` },
  ];
}

/** Another price now. With `pending_if_incomplete` the old one stays until the difference is paid. */
export function changePrice(world: World, subscription: Stripe.Subscription, price: string, at: number): void {
  dropPending(world, subscription);
  const customer = subscription.customer as string;
  const item = itemIn(subscription);
  const lines = changeLines(world, subscription, price, at);
  const invoice = bill(world, subscription, {
    reason: 'subscription_update',
    lines,
    period: { start: item.current_period_start, end: at },
  });
  const asks = world.cards.get(customer)?.does === 'asks';
  if (!asks && pay(world, invoice, cardPays(world, customer))) return takePrice(world, subscription, price, at);
  // A refused card is no fault of the question: the change waits for whoever pays the invoice.
  subscription.pending_update = {
    ...{ billing_cycle_anchor: null, discount_source: null, discounts: null, expires_at: at + WAITS, trial_end: null },
    ...{ trial_from_plan: null, subscription_items: [{ ...item, price: { ...item.price, id: price } }] },
  } as unknown as Stripe.Subscription.PendingUpdate;
  invoice.next_payment_attempt = null;
  if (asks) eventOf(world, 'invoice.payment_action_required', invoice);
  eventOf(world, 'customer.subscription.updated', subscription);
}

/** A change that was not paid is dropped, and its invoice with it: after its time, or when another one is asked for. */
export function dropPending(world: World, subscription: Stripe.Subscription): void {
  if (!subscription.pending_update) return;
  subscription.pending_update = null;
  const invoice = world.invoices.get(String(subscription.latest_invoice));
  if (invoice?.status !== 'open') return;
  Object.assign(invoice, { status: 'void', next_payment_attempt: null });
  eventOf(world, 'invoice.voided', invoice);
  eventOf(world, 'customer.subscription.pending_update_expired', subscription);
}

export function takePrice(world: World, subscription: Stripe.Subscription, price: string, at: number): void {
  const tariff = tariffOf(world, price);
  const period = { start: at, end: after(at, tariff.interval) };
  const item = itemObject(subscription.id, tariff, period, itemIn(subscription).id);
  subscription.items = listOf([item], subscription.items.url);
  subscription.pending_update = null;
  subscription.billing_cycle_anchor = at;
  eventOf(world, 'customer.subscription.updated', subscription);
}

/** An open invoice that the member pays by hand, with the card she has now. */
export function payOpenInvoice(world: World, invoice: Stripe.Invoice): boolean {
  if (invoice.status !== 'open') return true;
  if (!pay(world, invoice, cardPays(world, invoice.customer as string))) return false;
  const id = invoice.parent?.subscription_details?.subscription as string;
  const subscription = found(world.subscriptions, 'subscription', id);
  const pending = subscription.pending_update?.subscription_items?.[0]?.price.id;
  if (pending) takePrice(world, subscription, pending, clock(world));
  else if (subscription.status === 'past_due') {
    subscription.status = 'active';
    eventOf(world, 'customer.subscription.updated', subscription);
  }
  return true;
}

export function giveBack(world: World, charge: Stripe.Charge, cents: number): Stripe.Refund {
  if (cents > charge.amount - charge.amount_refunded) {
    throw invalid('Refund amount is greater than unrefunded amount on charge', 'charge_already_refunded');
  }
  const refund = refundObject(world, charge, cents);
  charge.amount_refunded += cents;
  charge.refunded = charge.amount_refunded === charge.amount;
  world.refunds.set(refund.id, refund);
  eventOf(world, 'charge.refunded', charge);
  return refund;
}
