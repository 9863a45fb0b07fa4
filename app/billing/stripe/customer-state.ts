/** All that Stripe knows of one customer, in one look: the mirror is written from this and from nothing else. */
import type Stripe from 'stripe';
import { type Ask, orNull } from './client';

export type CustomerState = {
  readonly subscriptions: readonly Stripe.Subscription[];
  /** The newest hundred; a yearly or monthly member has that many after eight years. */
  readonly invoices: readonly Stripe.Invoice[];
  /** For what was paid back and what a bank disputes; since 2025-03 an invoice names no charge. */
  readonly charges: readonly Stripe.Charge[];
  /** The customer was deleted at Stripe: every subscription has ended. */
  readonly isGone: boolean;
};

const NOTHING: CustomerState = { subscriptions: [], invoices: [], charges: [], isGone: true };

export async function fetchCustomerState(ask: Ask, customer: string): Promise<CustomerState> {
  const state = await orNull(
    Promise.all([
      ask((stripe) => stripe.customers.retrieve(customer)),
      ask((stripe) =>
        stripe.subscriptions.list({
          customer,
          status: 'all',
          limit: 100,
          expand: ['data.schedule', 'data.latest_invoice'],
        }),
      ),
      listInvoices(ask, customer),
      ask((stripe) => stripe.charges.list({ customer, limit: 100 })),
    ]),
  );
  if (!state) return NOTHING;
  const [found, subscriptions, invoices, charges] = state;
  return { subscriptions: subscriptions.data, invoices, charges: charges.data, isGone: found.deleted === true };
}

/** The newest hundred, with their payments. */
export async function listInvoices(ask: Ask, customer: string): Promise<readonly Stripe.Invoice[]> {
  const { data } = await ask((stripe) => stripe.invoices.list({ customer, limit: 100, expand: ['data.payments'] }));
  return data;
}

/** Whose charge it is: an event about a dispute names no customer. Null: nobody's. */
export async function customerOfCharge(ask: Ask, charge: string): Promise<string | null> {
  const found = await orNull(ask((stripe) => stripe.charges.retrieve(charge)));
  const customer = found?.customer;
  return typeof customer === 'string' ? customer : (customer?.id ?? null);
}
