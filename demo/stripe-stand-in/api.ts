/** The questions that this site asks of Stripe, and their answers. */
import type Stripe from 'stripe';
import type { Answering } from './answering';
import { type Given, textIn } from './form';
import { invoiceObject, sessionObject } from './more-objects';
import { customerObject, listOf, priceObject } from './objects';
import { schedules } from './schedules';
import { eventOf } from './telling';
import { changeLines, changePrice, end, giveBack, itemIn } from './verbs';
import { clock, found, invalid, missing, newId, tariffOf, type World } from './world';

/** `POST /v1/customers/:id` and so on; the first that fits answers. */
export const ROUTES: Readonly<Record<string, Answering>> = {
  'POST /v1/customers': ({ world, given }) => keepCustomer(world, customerObject(world, given as object)),
  'GET /v1/customers/:id': ({ world, id }) => world.deletedCustomers.get(id) ?? found(world.customers, 'customer', id),
  'POST /v1/customers/:id': ({ world, given, id }) =>
    keepCustomer(world, Object.assign(found(world.customers, 'customer', id), given)),
  'DELETE /v1/customers/:id': ({ world, id }) => forgetCustomer(world, id),
  'GET /v1/prices/:id': ({ world, id }) => priceObject(tariffOf(world, id)),
  'POST /v1/checkout/sessions': ({ world, given }) => openSession(world, given),
  'GET /v1/checkout/sessions/:id': ({ world, id }) => sessionNow(world, id),
  'POST /v1/checkout/sessions/:id/expire': ({ world, id }) => closeSession(world, id),
  'POST /v1/billing_portal/sessions': ({ world, given }) => openPortal(world, given),
  'GET /v1/subscriptions': ({ world, given }) => pageOf(subscriptionsAsked(world, given), given, '/v1/subscriptions'),
  'GET /v1/subscriptions/:id': ({ world, id }) => found(world.subscriptions, 'subscription', id),
  'POST /v1/subscriptions/:id': ({ world, given, id }) => changeSubscription(world, id, given),
  'DELETE /v1/subscriptions/:id': ({ world, id }) => endSubscription(world, id),
  ...schedules,
  'POST /v1/invoices/create_preview': ({ world, given }) => preview(world, given),
  'GET /v1/invoices': ({ world, given }) => pageOf(ofCustomer(world.invoices, given), given, '/v1/invoices'),
  'GET /v1/invoices/:id': ({ world, id }) => found(world.invoices, 'invoice', id),
  'GET /v1/charges': ({ world, given }) => pageOf(ofCustomer(world.charges, given), given, '/v1/charges'),
  'GET /v1/charges/:id': ({ world, id }) => found(world.charges, 'charge', id),
  'POST /v1/refunds': ({ world, given }) => refund(world, given),
  'GET /v1/refunds': ({ world, given }) => pageOf([...world.refunds.values()], given, '/v1/refunds'),
  'GET /v1/disputes': ({ world, given }) => pageOf([...world.disputes.values()], given, '/v1/disputes'),
  'GET /v1/events': ({ world, given }) => pageOf([...world.events.values()], given, '/v1/events'),
};

function keepCustomer(world: World, customer: Stripe.Customer): Stripe.Customer {
  world.customers.set(customer.id, customer);
  return customer;
}

function forgetCustomer(world: World, id: string): unknown {
  const customer = found(world.customers, 'customer', id);
  for (const subscription of world.subscriptions.values()) {
    if (subscription.customer === id && !subscription.ended_at) end(world, subscription, 'cancellation_requested');
  }
  world.customers.delete(id);
  world.cards.delete(id);
  const gone = { id, object: 'customer', deleted: true };
  world.deletedCustomers.set(id, gone);
  eventOf(world, 'customer.deleted', customer);
  return gone;
}

const LONGEST = 86_400; // seconds
/** Pages are opened and closed by people: as at Stripe, a turned clock moves subscriptions alone. */
const realTime = () => Math.floor(Date.now() / 1_000);

function openSession(world: World, given: Given): Stripe.Checkout.Session {
  const customer = textIn(given, 'customer') ?? '';
  found(world.customers, 'customer', customer);
  const tariff = tariffOf(world, textIn(given, 'line_items', '0', 'price') ?? '');
  const expires = Number(textIn(given, 'expires_at') ?? realTime() + LONGEST);
  if (expires < realTime() + 1_800 || expires > realTime() + LONGEST) {
    throw invalid('The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.');
  }
  const session = sessionObject(world, {
    ...{ customer, amount_subtotal: tariff.cents, amount_total: tariff.cents, currency: tariff.currency ?? 'eur' },
    client_reference_id: textIn(given, 'client_reference_id') ?? null,
    expires_at: expires,
    success_url: textIn(given, 'success_url') ?? null,
    cancel_url: textIn(given, 'cancel_url') ?? null,
  });
  // Where its page finds what is sold; Stripe shows it as `line_items` when it is asked to.
  Object.assign(session.metadata ?? {}, { tariff: tariff.id });
  world.sessions.set(session.id, session);
  return session;
}

export function sessionNow(world: World, id: string): Stripe.Checkout.Session {
  const session = found(world.sessions, 'checkout.session', id);
  if (session.status === 'open' && session.expires_at <= realTime()) expire(world, session);
  return session;
}

function expire(world: World, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  Object.assign(session, { status: 'expired', url: null });
  eventOf(world, 'checkout.session.expired', session);
  return session;
}

function closeSession(world: World, id: string): Stripe.Checkout.Session {
  const session = sessionNow(world, id);
  if (session.status !== 'open') throw invalid('Only Checkout Sessions with a status in ["open"] can be expired.');
  return expire(world, session);
}

function openPortal(world: World, given: Given): unknown {
  const customer = textIn(given, 'customer') ?? '';
  found(world.customers, 'customer', customer);
  const back = textIn(given, 'return_url') ?? '/';
  const id = newId('bps');
  world.portals.set(id, { customer, back });
  return {
    ...{
      id,
      object: 'billing_portal.session',
      after_expiration: null,
      configuration: newId('bpc'),
      created: clock(world),
    },
    ...{
      customer,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: 'fr',
      on_behalf_of: null,
      return_url: back,
    },
    url: `${world.origin}/p/session/${id}`,
  };
}

function ofCustomer<T extends { customer?: unknown }>(table: ReadonlyMap<string, T>, given: Given): T[] {
  const customer = textIn(given, 'customer');
  return [...table.values()].filter((each) => customer === undefined || each.customer === customer);
}

function subscriptionsAsked(world: World, given: Given): Stripe.Subscription[] {
  const status = textIn(given, 'status');
  return ofCustomer(world.subscriptions, given).filter((each) =>
    status === undefined ? each.status !== 'canceled' : status === 'all' || each.status === status,
  );
}

/** The newest first, as Stripe lists everything. */
function pageOf<T extends { id?: string | null; created: number }>(all: readonly T[], given: Given, url: string) {
  const from = Number(textIn(given, 'created', 'gte') ?? 0);
  const rows = [...all].reverse().filter(({ created }) => created >= from);
  const after = textIn(given, 'starting_after');
  const begin = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  const limit = Number(textIn(given, 'limit') ?? 10);
  return { ...listOf(rows.slice(begin, begin + limit), url), has_more: rows.length > begin + limit };
}

function changeSubscription(world: World, id: string, given: Given): Stripe.Subscription {
  const subscription = found(world.subscriptions, 'subscription', id);
  if (subscription.status === 'canceled') throw missing('subscription', id);
  if (subscription.schedule) throw invalid('The subscription is managed by a subscription schedule.');
  const price = textIn(given, 'items', '0', 'price');
  if (price) changePrice(world, subscription, price, Number(textIn(given, 'proration_date') ?? clock(world)));
  const cancels = textIn(given, 'cancel_at_period_end');
  if (cancels === undefined) return subscription;
  const { current_period_end: at } = itemIn(subscription);
  Object.assign(
    subscription,
    cancels === 'true'
      ? { cancel_at_period_end: true, cancel_at: at, canceled_at: clock(world) }
      : { cancel_at_period_end: false, cancel_at: null, canceled_at: null },
  );
  eventOf(world, 'customer.subscription.updated', subscription);
  return subscription;
}

function endSubscription(world: World, id: string): Stripe.Subscription {
  const subscription = found(world.subscriptions, 'subscription', id);
  if (subscription.status === 'canceled') throw missing('subscription', id);
  end(world, subscription, 'cancellation_requested');
  return subscription;
}

function preview(world: World, given: Given): Stripe.Invoice {
  const subscription = found(world.subscriptions, 'subscription', textIn(given, 'subscription') ?? '');
  const price = textIn(given, 'subscription_details', 'items', '0', 'price') ?? '';
  const at = Number(textIn(given, 'subscription_details', 'proration_date') ?? clock(world));
  const lines = changeLines(world, subscription, price, at);
  const period = { start: itemIn(subscription).current_period_start, end: at };
  return invoiceObject(world, subscription, { reason: 'upcoming', lines, period, isPreview: true });
}

function refund(world: World, given: Given): Stripe.Refund {
  const intent = textIn(given, 'payment_intent') ?? '';
  const charge = [...world.charges.values()].find((each) => each.payment_intent === intent && each.paid);
  if (!charge) throw missing('payment_intent', intent);
  const cents = Number(textIn(given, 'amount') ?? charge.amount - charge.amount_refunded);
  if (cents < 1) throw invalid('Charge has already been refunded.', 'charge_already_refunded');
  return giveBack(world, charge, cents);
}
