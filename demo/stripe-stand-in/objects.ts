/** Objects of the pinned API version in their full size; the library's own types say when a field is missing. */
import type Stripe from 'stripe';
import { CHARGE, SUBSCRIPTION } from './blanks';
import { type Card, clock, newId, type Tariff, type World } from './world';

/** On the wire decimals are texts; the library's type is what it makes of them. */
const decimal = (cents: number) => String(cents) as unknown as Stripe.Decimal;

export function priceObject(tariff: Tariff): Stripe.Price {
  return {
    id: tariff.id,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: 1_700_000_000,
    currency: tariff.currency ?? 'eur',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: tariff.name,
    product: `prod_${tariff.id}`,
    recurring: {
      interval: tariff.interval,
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'inclusive',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: tariff.cents,
    unit_amount_decimal: decimal(tariff.cents),
  } as Stripe.Price;
}

function planObject(tariff: Tariff): Stripe.Plan {
  return {
    id: tariff.id,
    object: 'plan',
    active: true,
    amount: tariff.cents,
    amount_decimal: decimal(tariff.cents),
    billing_scheme: 'per_unit',
    created: 1_700_000_000,
    currency: tariff.currency ?? 'eur',
    interval: tariff.interval,
    interval_count: 1,
    livemode: false,
    metadata: {},
    meter: null,
    nickname: tariff.name,
    product: `prod_${tariff.id}`,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

export function customerObject(world: World, given: Partial<Stripe.Customer>): Stripe.Customer {
  return {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: clock(world),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: newId('X', 7).slice(2).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
    ...given,
  } as Stripe.Customer;
}

type Period = { readonly start: number; readonly end: number };

export function itemObject(subscription: string, tariff: Tariff, { start, end }: Period, id = newId('si', 14)) {
  return {
    id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: start,
    current_period_end: end,
    current_period_start: start,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planObject(tariff),
    price: priceObject(tariff),
    quantity: 1,
    subscription,
    tax_rates: [],
  } satisfies Stripe.SubscriptionItem;
}

export function listOf<T>(data: readonly T[], url: string): Stripe.ApiList<T> {
  return { object: 'list', data: [...data], has_more: false, url };
}

export function subscriptionObject(customer: string, tariff: Tariff, period: Period): Stripe.Subscription {
  const id = newId('sub');
  return {
    ...structuredClone(SUBSCRIPTION),
    id,
    object: 'subscription',
    billing_cycle_anchor: period.start,
    created: period.start,
    currency: tariff.currency ?? 'eur',
    customer,
    default_payment_method: newId('pm'),
    items: listOf([itemObject(id, tariff, period)], `/v1/subscription_items?subscription=${id}`),
    start_date: period.start,
    status: 'active',
  } as Stripe.Subscription;
}

export type LineGiven = {
  readonly tariff: Tariff;
  readonly period: Period;
  readonly cents: number;
  readonly proration: boolean;
  readonly description: string;
};

export function lineObject(
  invoice: string,
  subscription: Stripe.Subscription,
  given: LineGiven,
): Stripe.InvoiceLineItem {
  const { tariff, period, cents, proration, description } = given;
  return {
    id: newId('il'),
    object: 'line_item',
    amount: cents,
    currency: tariff.currency ?? 'eur',
    description,
    discount_amounts: [],
    discountable: !proration,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration,
        proration_details: { credited_items: null },
        subscription: subscription.id,
        subscription_item: subscription.items.data[0]?.id ?? '',
      },
      type: 'subscription_item_details',
    },
    period: { start: period.start, end: period.end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: tariff.id, product: `prod_${tariff.id}` },
      type: 'price_details',
      unit_amount_decimal: decimal(cents),
    },
    quantity: 1,
    quantity_decimal: decimal(1),
    subscription: subscription.id,
    subtotal: cents,
    taxes: [],
  } as Stripe.InvoiceLineItem;
}

export function chargeObject(world: World, given: Partial<Stripe.Charge>, card: Card): Stripe.Charge {
  const amount = given.amount ?? 0;
  const failed = given.paid === false;
  return {
    ...structuredClone(CHARGE),
    id: newId('ch'),
    object: 'charge',
    amount,
    amount_captured: failed ? 0 : amount,
    balance_transaction: newId('txn'),
    captured: !failed,
    created: clock(world),
    failure_code: failed ? 'card_declined' : null,
    failure_message: failed ? 'Your card was declined.' : null,
    paid: true,
    payment_method: newId('pm'),
    payment_method_details: { type: 'card', card: { brand: 'visa', last4: card.last4 } },
    status: failed ? 'failed' : 'succeeded',
    ...given,
  } as Stripe.Charge;
}
