/** The other objects in their full size: invoices, sessions, schedules, refunds, disputes, events. */
import type Stripe from 'stripe';
import { INVOICE } from './blanks';
import { type LineGiven, lineObject, listOf } from './objects';
import { clock, newId, type World } from './world';

export type InvoiceGiven = {
  readonly reason: Stripe.Invoice.BillingReason;
  readonly lines: readonly LineGiven[];
  /** Looks one period back, as Stripe's does. */
  readonly period: { readonly start: number; readonly end: number };
  /** A preview has no id at Stripe, and is not kept. */
  readonly isPreview?: boolean;
};

/** Final and open; `pay` decides what follows. */
export function invoiceObject(world: World, subscription: Stripe.Subscription, given: InvoiceGiven): Stripe.Invoice {
  const id = given.isPreview ? newId('upcoming_in') : newId('in');
  const customer = world.customers.get(subscription.customer as string);
  const now = clock(world);
  const total = given.lines.reduce((sum, { cents }) => sum + cents, 0);
  const due = Math.max(total, 0);
  const lines = given.lines.map((line) => lineObject(id, subscription, line));
  const number = `${customer?.invoice_prefix}-${String(world.invoices.size + 1).padStart(4, '0')}`;
  const final = { hosted_invoice_url: `${world.origin}/i/${id}`, invoice_pdf: `${world.origin}/i/${id}/pdf`, number };
  return {
    ...structuredClone(INVOICE),
    ...{ id, object: 'invoice', amount_due: due, amount_remaining: due, billing_reason: given.reason, created: now },
    ...{ currency: subscription.currency, customer: subscription.customer, customer_email: customer?.email ?? null },
    ...{ customer_name: customer?.name ?? null, effective_at: now },
    ...(given.isPreview ? { hosted_invoice_url: null, invoice_pdf: null, number: null } : final),
    lines: listOf(lines, `/v1/invoices/${id}/lines`),
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    ...{ period_end: given.period.end, period_start: given.period.start, status: given.isPreview ? 'draft' : 'open' },
    status_transitions: { finalized_at: now, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    ...{
      subtotal: total,
      subtotal_excluding_tax: total,
      total,
      total_excluding_tax: total,
      webhooks_delivered_at: now,
    },
  } as Stripe.Invoice;
}

export function invoicePayment(
  world: World,
  invoice: Stripe.Invoice,
  intent: string,
  paid: boolean,
): Stripe.InvoicePayment {
  const now = clock(world);
  return {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: paid ? invoice.amount_due : null,
    amount_requested: invoice.amount_due,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id ?? '',
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent, type: 'payment_intent' },
    status: paid ? 'paid' : 'open',
    status_transitions: { canceled_at: null, paid_at: paid ? now : null },
  };
}

export function sessionObject(world: World, given: Partial<Stripe.Checkout.Session>): Stripe.Checkout.Session {
  const id = newId('cs_test', 58);
  return {
    id,
    object: 'checkout.session',
    ...{ adaptive_pricing: { enabled: false }, after_expiration: null, allow_promotion_codes: null },
    ...{
      allowed_payment_method_types: null,
      automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    },
    ...{ billing_address_collection: null, client_secret: null, collected_information: null, consent: null },
    ...{ consent_collection: null, created: clock(world), currency_conversion: null, custom_fields: [] },
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    ...{ customer_account: null, customer_creation: null, customer_details: null, customer_email: null, discounts: [] },
    ...{ integration_identifier: null, invoice: null, invoice_creation: null, livemode: false, locale: 'fr' },
    ...{ managed_payments: null, metadata: {}, mode: 'subscription', origin_context: null, payment_intent: null },
    ...{ payment_link: null, payment_method_collection: 'always', payment_method_configuration_details: null },
    ...{ payment_method_options: null, payment_method_types: ['card'], payment_status: 'unpaid', permissions: null },
    ...{ phone_number_collection: { enabled: false }, recovered_from: null, saved_payment_method_options: null },
    ...{ setup_intent: null, shipping_address_collection: null, shipping_cost: null, shipping_options: [] },
    ...{ status: 'open', submit_type: null, subscription: null, ui_mode: 'hosted', wallet_options: null },
    url: `${world.origin}/c/pay/${id}`,
    ...given,
  } as Stripe.Checkout.Session;
}

export function refundObject(world: World, charge: Stripe.Charge, amount: number): Stripe.Refund {
  return {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: newId('txn'),
    charge: charge.id,
    created: clock(world),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: { type: 'card' },
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method: null,
    reason: 'requested_by_customer',
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

export function disputeObject(world: World, charge: Stripe.Charge): Stripe.Dispute {
  return {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: clock(world),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: { due_by: clock(world) + 7 * 86_400, has_evidence: false, past_due: false, submission_count: 0 },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  } as unknown as Stripe.Dispute;
}

export function eventObject(world: World, type: string, object: unknown, version: string): Stripe.Event {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: version,
    created: clock(world),
    // As it was then: an event that is told again later carries what is old by then.
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  } as unknown as Stripe.Event;
}
