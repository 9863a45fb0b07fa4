/** S05, S07: an endpoint may be registered with a version of before 2025-03-31, and old events are told again. */
import { expect, test } from 'vitest';
import type { CustomerState } from '~/billing/stripe/customer-state';
import { mirrorRows } from '~/billing/stripe/mirror-rows';

const PRICES = { premium: ['price_month'], annuel: ['price_year'] };
const [START, END] = [1_796_000_000, 1_798_678_400];
const day = (seconds: number) => new Date(seconds * 1_000).toISOString();

const SUBSCRIPTION = {
  ...{ id: 'sub_1', status: 'active', start_date: START, currency: 'eur', cancel_at: null, cancel_at_period_end: true },
  ...{ canceled_at: null, ended_at: null, latest_invoice: null, schedule: null },
};
const INVOICE = {
  ...{ id: 'in_1', number: 'A-1', status: 'paid', billing_reason: 'subscription_cycle', currency: 'eur', total: 4_700 },
  ...{ amount_paid: 4_700, hosted_invoice_url: null, invoice_pdf: null, attempt_count: 1, next_payment_attempt: null },
  // One period back, as Stripe's own invoices have it.
  ...{ period_start: START - 1, period_end: START, created: START, status_transitions: { paid_at: START } },
};
const period = { start: START, end: END };

/** As the pinned version has them, and as the versions before it had. */
const NOW = {
  subscription: {
    ...SUBSCRIPTION,
    items: { data: [{ price: { id: 'price_month' }, current_period_start: START, current_period_end: END }] },
  },
  invoice: {
    ...INVOICE,
    parent: { subscription_details: { subscription: 'sub_1' } },
    payments: { data: [{ status: 'paid', is_default: true, payment: { payment_intent: 'pi_1' } }] },
    lines: { data: [{ period, pricing: { price_details: { price: 'price_month' } }, parent: {} }] },
  },
};
const BEFORE = {
  subscription: {
    ...{ ...SUBSCRIPTION, current_period_start: START, current_period_end: END },
    items: { data: [{ price: { id: 'price_month' } }] },
  },
  invoice: {
    ...{ ...INVOICE, subscription: 'sub_1', payment_intent: 'pi_1' },
    lines: { data: [{ period, price: { id: 'price_month' }, proration: false }] },
  },
};

test.each(Object.entries({ NOW, BEFORE }))(
  '%s: dates of the period, the subscription and the payment are found',
  (_, given) => {
    const charges = [{ payment_intent: 'pi_1', amount_refunded: 700, disputed: false }];
    // Only what is read of them.
    const state = {
      subscriptions: [given.subscription],
      invoices: [given.invoice],
      charges,
    } as unknown as CustomerState;
    const { subscriptions, invoices } = mirrorRows(state, PRICES);
    expect(subscriptions).toMatchObject([
      { plan: 'premium', current_period_start: day(START), current_period_end: day(END), cancel_at: day(END) },
    ]);
    expect(invoices).toMatchObject([
      {
        subscription_id: 'sub_1',
        payment_intent_id: 'pi_1',
        plan: 'premium',
        refunded_cents: 700,
        period_end: day(END),
      },
    ]);
  },
);

test('a plan is granted by a price that was configured, in euros, once, and by nothing else', () => {
  const planOf = (changes: object) => {
    const subscription = { ...NOW.subscription, ...changes };
    const state = { subscriptions: [subscription], invoices: [], charges: [] } as unknown as CustomerState;
    return mirrorRows(state, PRICES).subscriptions[0]?.plan;
  };
  const item = (more: object) => ({ price: { id: 'price_month' }, ...more });
  expect(planOf({ items: { data: [item({ price: { id: 'price_year' } })] } })).toBe('annuel');
  for (const changes of [
    { currency: 'usd' },
    { items: { data: [item({ price: { id: 'price_unknown' } })] } },
    { items: { data: [item({ quantity: 2 })] } },
    { items: { data: [item({}), item({})] } },
    { items: { data: [] } },
  ])
    expect([changes, planOf(changes)]).toEqual([changes, null]);
});
