/**
 * Stripe's objects as rows of the mirror. The places of the pinned version are read first, and those of before 2025-03-31
 * still: a webhook's endpoint may be registered with an older version. Pure.
 */
import type Stripe from 'stripe';
import type { PaidPlan as Plan } from '~/billing/rules/plans';
import type { CustomerState } from './customer-state';

type Prices = Readonly<Record<Plan, readonly string[]>>;

/** As JSON: times are ISO 8601. */
export type SubscriptionRow = {
  readonly id: string;
  readonly plan: Plan | null;
  readonly price_id: string | null;
  readonly status: string;
  readonly started_at: string;
  readonly current_period_start: string | null;
  readonly current_period_end: string | null;
  readonly cancel_at: string | null;
  readonly canceled_at: string | null;
  readonly ended_at: string | null;
  readonly past_due_since: string | null;
  readonly next_plan: Plan | null;
};

export type InvoiceRow = {
  readonly id: string;
  readonly subscription_id: string | null;
  readonly number: string | null;
  readonly status: string;
  readonly billing_reason: string | null;
  readonly currency: string;
  readonly total_cents: number;
  readonly paid_cents: number;
  readonly refunded_cents: number;
  readonly dispute: string | null;
  readonly plan: Plan | null;
  readonly period_start: string | null;
  readonly period_end: string | null;
  readonly payment_intent_id: string | null;
  readonly hosted_url: string | null;
  readonly pdf_url: string | null;
  readonly attempt_count: number;
  readonly next_attempt_at: string | null;
  readonly created_at: string;
  readonly paid_at: string | null;
};

export type MirrorRows = {
  readonly subscriptions: readonly SubscriptionRow[];
  readonly invoices: readonly InvoiceRow[];
};

export function mirrorRows(state: CustomerState, prices: Prices): MirrorRows {
  return {
    subscriptions: state.subscriptions.map((each) => subscriptionRow(each, state.invoices, prices)),
    invoices: state.invoices
      // A draft is no invoice yet: Stripe may still change it, and numbers it when it is final.
      .filter(({ status }) => status !== null && status !== 'draft')
      .map((each) => invoiceRow(each, state.charges, prices)),
  };
}

/** Null: a price that was never configured here. */
function planOf(price: string | null | undefined, prices: Prices): Plan | null {
  if (!price) return null;
  if (prices.annuel.includes(price)) return 'annuel';
  return prices.premium.includes(price) ? 'premium' : null;
}

type OlderSubscription = { readonly current_period_start?: number; readonly current_period_end?: number };

/** @param invoices where a subscription names its last one by its id alone */
export function subscriptionRow(
  given: Stripe.Subscription,
  invoices: readonly Stripe.Invoice[],
  prices: Prices,
): SubscriptionRow {
  const [item, ...others] = given.items.data;
  const older = given as OlderSubscription;
  const start = item?.current_period_start ?? older.current_period_start;
  const end = item?.current_period_end ?? older.current_period_end;
  // One of our prices, once, in euros: anything else was not sold by this site and opens nothing.
  const isOurs = others.length === 0 && (item?.quantity ?? 1) === 1 && given.currency === 'eur';
  return {
    id: given.id,
    plan: isOurs ? planOf(item?.price.id, prices) : null,
    price_id: item?.price.id ?? null,
    status: given.status,
    started_at: new Date(given.start_date * 1_000).toISOString(),
    current_period_start: time(start),
    current_period_end: time(end),
    cancel_at: time(given.cancel_at ?? (given.cancel_at_period_end ? end : null)),
    canceled_at: time(given.canceled_at),
    ended_at: time(given.ended_at),
    past_due_since: given.status === 'past_due' ? (unpaidSince(given, invoices) ?? time(start)) : null,
    next_plan: nextPlan(given, item?.price.id, prices),
  };
}

/** The time of the invoice that is not paid: the same whoever tells it, and whenever. */
function unpaidSince({ latest_invoice: latest }: Stripe.Subscription, invoices: readonly Stripe.Invoice[]) {
  const invoice = typeof latest === 'string' ? invoices.find(({ id }) => id === latest) : latest;
  return time(invoice?.status_transitions?.finalized_at ?? invoice?.created);
}

/** What the schedule puts in the place of the present price. */
function nextPlan({ schedule }: Stripe.Subscription, present: string | undefined, prices: Prices): Plan | null {
  if (!schedule || typeof schedule === 'string' || schedule.status !== 'active') return null;
  const price = schedule.phases.at(-1)?.items[0]?.price;
  const id = typeof price === 'string' ? price : price?.id;
  return id === present ? null : planOf(id, prices);
}

type OlderInvoice = {
  readonly subscription?: string | { readonly id: string } | null;
  readonly payment_intent?: string | { readonly id: string } | null;
};
type OlderLine = { readonly price?: { readonly id: string } | null; readonly proration?: boolean };

function invoiceRow(given: Stripe.Invoice, charges: readonly Stripe.Charge[], prices: Prices): InvoiceRow {
  const line = lineOf(given);
  const intent = paymentIntentOf(given);
  const paidBy = intent ? charges.filter(({ payment_intent }) => idOf(payment_intent) === intent) : [];
  return {
    id: given.id,
    subscription_id: subscriptionOf(given),
    number: given.number,
    status: given.status ?? 'draft',
    billing_reason: given.billing_reason,
    currency: given.currency,
    total_cents: given.total,
    paid_cents: given.amount_paid,
    refunded_cents: paidBy.reduce((sum, { amount_refunded }) => sum + amount_refunded, 0),
    dispute: paidBy.some(({ disputed }) => disputed) ? 'disputed' : null,
    plan: line ? planOf(priceOf(line), prices) : null,
    period_start: time(line?.period.start),
    period_end: time(line?.period.end),
    payment_intent_id: intent,
    hosted_url: given.hosted_invoice_url ?? null,
    pdf_url: given.invoice_pdf ?? null,
    attempt_count: given.attempt_count,
    next_attempt_at: time(given.next_payment_attempt),
    created_at: new Date(given.created * 1_000).toISOString(),
    paid_at: time(given.status_transitions.paid_at),
  };
}

function subscriptionOf(invoice: Stripe.Invoice): string | null {
  return idOf(invoice.parent?.subscription_details?.subscription ?? (invoice as OlderInvoice).subscription);
}

function paymentIntentOf(invoice: Stripe.Invoice): string | null {
  const payments = invoice.payments?.data ?? [];
  const used = payments.find(({ status }) => status === 'paid') ?? payments.find(({ is_default }) => is_default);
  return idOf(used?.payment.payment_intent ?? (invoice as OlderInvoice).payment_intent);
}

/** The line of the period that is paid for: the invoice's own dates look one period back, and prorations look both ways. */
function lineOf({ lines }: Stripe.Invoice): Stripe.InvoiceLineItem | null {
  const whole = lines.data.filter(
    (line) => !(line.parent?.subscription_item_details?.proration ?? (line as OlderLine).proration),
  );
  const candidates = whole.length > 0 ? whole : lines.data;
  return [...candidates].sort((a, b) => b.period.end - a.period.end)[0] ?? null;
}

function priceOf(line: Stripe.InvoiceLineItem): string | null {
  return idOf(line.pricing?.price_details?.price ?? (line as OlderLine).price);
}

export function idOf(given: string | { readonly id: string } | null | undefined): string | null {
  return typeof given === 'string' ? given : (given?.id ?? null);
}

/** @param seconds since 1970 */
function time(seconds: number | null | undefined): string | null {
  return typeof seconds === 'number' ? new Date(seconds * 1_000).toISOString() : null;
}
