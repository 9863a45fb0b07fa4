/** From « S'abonner » to Stripe's page: one customer for life, one checkout at a time, none beside a live subscription (C-20). */
import type { PaidPlan as Plan } from '~/billing/rules/plans';
import {
  type CheckoutSession,
  closeCheckout,
  createCheckout,
  createPortal,
  fetchCheckoutSession,
  fetchCustomer,
  makeCustomer,
} from '~/billing/stripe/checkout';
import { AppError } from '~/errors';
import { insertCustomer, noteCheckout, noteGone, type Payer, payerOf } from '../queries/customers';
import { type Payment, syncCustomer } from './sync';

/**
 * The member's customer at Stripe; made if there is none, or if somebody deleted it there by hand. Two windows at once get
 * the same one.
 */
export async function ensureCustomer(payment: Payment, userId: string): Promise<string> {
  const { database, stripe } = payment;
  const { livemode } = stripe.config;
  const payer = await payerOrThrow(payment, userId);
  if (payer.customer) {
    if (await fetchCustomer(stripe.ask, payer.customer)) return payer.customer;
    const { customer } = payer;
    await database.asSystem((tx) => noteGone(tx, customer));
  }
  const generation = payer.gone + (payer.customer ? 1 : 0);
  const made = await makeCustomer(stripe.ask, { userId, email: payer.email, name: payer.name }, generation);
  await database.asSystem((tx) => insertCustomer(tx, made, userId, livemode));
  return made;
}

/**
 * Stripe's page for paying `plan`. Two clicks in two windows open the same one: the key is made of the session that was
 * opened last, and a page of another plan that is still open is closed first.
 * @param urls where Stripe leads back to; `success` gets `session_id` by Stripe's own placeholder `{CHECKOUT_SESSION_ID}`
 * @returns its address
 * @throws AppError conflict `subscribed`: there is a live subscription
 */
export async function startCheckout(
  payment: Payment,
  userId: string,
  { plan, urls, now }: { plan: Plan; urls: { success: string; cancel: string }; now: Date },
): Promise<string> {
  const { database, stripe } = payment;
  const customer = await ensureCustomer(payment, userId);
  // What Stripe knows, not what we were told: a payment of a minute ago counts.
  await syncCustomer(payment, customer);
  const payer = await payerOrThrow(payment, userId);
  if (payer.liveSubscription) throw new AppError('conflict', 'subscribed');
  const open = await openSession(payment, payer);
  if (open?.url && payer.checkoutPlan === plan) return open.url;
  if (open) await closeCheckout(stripe.ask, open.id);
  const session = await createCheckout(stripe.ask, {
    ...{ customer, userId, price: stripe.config.prices[plan][0] ?? '' },
    ...{ successUrl: urls.success, cancelUrl: urls.cancel },
    ...keyOf(customer, plan, payer.checkoutSessionId, now),
  });
  await database.asSystem((tx) => noteCheckout(tx, customer, session.id, plan));
  return session.url ?? urls.cancel;
}

const HOUR = 3_600_000; // ms

/** A key belongs to one question, so its hour decides when the page closes: at the end of the next one. */
function keyOf(customer: string, plan: Plan, last: string | null, now: Date): { key: string; expiresAt: Date } {
  const hour = Math.floor(now.getTime() / HOUR);
  return { key: `checkout:${customer}:${plan}:${last ?? 'first'}:${hour}`, expiresAt: new Date((hour + 2) * HOUR) };
}

/** The page that was opened last, if it can still be paid. */
async function openSession({ stripe }: Payment, { checkoutSessionId }: Payer): Promise<CheckoutSession | null> {
  const session = checkoutSessionId ? await fetchCheckoutSession(stripe.ask, checkoutSessionId) : null;
  return session?.status === 'open' ? session : null;
}

/** Back from Stripe (D23). `not_hers`: no session, or another member's; nothing is said of it. */
export type Return = 'paid' | 'processing' | 'open' | 'expired' | 'not_hers';

/** What has become of a payment, by its session; the mirror follows at once, and it alone opens anything. */
export async function returnFromCheckout(payment: Payment, userId: string, sessionId: string): Promise<Return> {
  const session = await fetchCheckoutSession(payment.stripe.ask, sessionId);
  const payer = await payerOrThrow(payment, userId);
  const customer = typeof session?.customer === 'string' ? session.customer : session?.customer?.id;
  if (!session || !payer.customer || customer !== payer.customer) return 'not_hers';
  if (session.status === 'expired') return 'expired';
  if (session.status === 'open') return 'open';
  await syncCustomer(payment, payer.customer);
  return session.payment_status === 'unpaid' ? 'processing' : 'paid';
}

/**
 * Stripe's page for her card and her invoices.
 * @throws AppError conflict `no_customer`: she has never paid
 */
export async function openPortal(payment: Payment, userId: string, returnUrl: string): Promise<string> {
  const { customer } = await payerOrThrow(payment, userId);
  if (!customer) throw new AppError('conflict', 'no_customer');
  return createPortal(payment.stripe.ask, customer, returnUrl);
}

async function payerOrThrow({ database, stripe }: Payment, userId: string): Promise<Payer> {
  const payer = await database.asSystem((tx) => payerOf(tx, userId, stripe.config.livemode));
  if (!payer) throw new AppError('unauthenticated');
  return payer;
}
