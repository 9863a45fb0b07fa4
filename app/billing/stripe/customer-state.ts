/** All that Stripe knows of one customer, in one look: the mirror is written from this and from nothing else. */
import type Stripe from 'stripe';
import type { Ask } from './client';

export type CustomerState = {
  readonly subscriptions: readonly Stripe.Subscription[];
  /** The newest hundred; a yearly or monthly member has that many after eight years. */
  readonly invoices: readonly Stripe.Invoice[];
  /** For what was paid back and what a bank disputes; since 2025-03 an invoice names no charge. */
  readonly charges: readonly Stripe.Charge[];
};

/** Null: the customer was deleted at Stripe, with every subscription. */
export async function fetchCustomerState(ask: Ask, customer: string): Promise<CustomerState | null> {
  const [subscriptions, invoices, charges] = await Promise.all([
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
  ]).catch((error: { code?: string }) => {
    // A deleted customer still lists what it had; one that was never there does not.
    if (error.code === 'not_found') return [];
    throw error;
  });
  if (!subscriptions || !invoices || !charges) return null;
  return { subscriptions: subscriptions.data, invoices, charges: charges.data };
}

/** The newest hundred, with their payments. */
export async function listInvoices(ask: Ask, customer: string): Promise<readonly Stripe.Invoice[]> {
  const { data } = await ask((stripe) => stripe.invoices.list({ customer, limit: 100, expand: ['data.payments'] }));
  return data;
}

/** Whose charge it is: an event about a dispute names no customer. */
export async function customerOfCharge(ask: Ask, charge: string): Promise<string | null> {
  const { customer } = await ask((stripe) => stripe.charges.retrieve(charge));
  return typeof customer === 'string' ? customer : (customer?.id ?? null);
}
