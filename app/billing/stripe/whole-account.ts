/** Questions about all customers at once, page by page: for the reconciliation of the night. */
import type Stripe from 'stripe';
import { type Ask, orNull } from './client';
import { idOf } from './mirror-rows';

export type LiveSubscription = Stripe.Subscription;

/** Everything that is not over, with planned changes. */
export function liveSubscriptions(ask: Ask): Promise<readonly LiveSubscription[]> {
  return whole(ask, (stripe, page) => stripe.subscriptions.list({ ...page, expand: ['data.schedule'] }));
}

/** Customers for whom something was billed, paid back or disputed since then. */
export async function changedSince(ask: Ask, since: Date): Promise<ReadonlySet<string>> {
  const created = { gte: Math.floor(since.getTime() / 1_000) };
  const customers = new Set<string>();
  const add = (customer: Parameters<typeof idOf>[0]) => {
    const id = idOf(customer);
    if (id) customers.add(id);
  };
  for (const invoice of await whole(ask, (stripe, page) => stripe.invoices.list({ created, ...page }))) {
    add(invoice.customer);
  }
  const refunds = await whole(ask, (stripe, page) => stripe.refunds.list({ created, ...page }));
  const disputes = await whole(ask, (stripe, page) => stripe.disputes.list({ created, ...page }));
  for (const { charge } of [...refunds, ...disputes]) {
    const id = idOf(charge);
    const found = id ? await orNull(ask((stripe) => stripe.charges.retrieve(id))) : null;
    add(found?.customer);
  }
  return customers;
}

type Page = { readonly limit: number; readonly starting_after?: string };

async function whole<T extends { readonly id: string }>(
  ask: Ask,
  list: (stripe: Stripe, page: Page) => PromiseLike<{ data: T[]; has_more: boolean }>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (;;) {
    const after = found.at(-1)?.id;
    const page = await ask(async (stripe) => list(stripe, { limit: 100, ...(after && { starting_after: after }) }));
    found.push(...page.data);
    if (!page.has_more) return found;
  }
}
