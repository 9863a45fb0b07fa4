/** Customers, Stripe's Checkout page and its portal. Every creation carries an idempotency key: asked twice, it is made once. */
import type Stripe from 'stripe';
import { type Ask, orNull } from './client';

type Who = { readonly userId: string; readonly email: string; readonly name: string | null };

/**
 * A new customer at Stripe; asked for twice, the same one.
 * @param generation 0; one more for each that was deleted there by hand
 */
export async function makeCustomer(ask: Ask, { userId, email, name }: Who, generation: number): Promise<string> {
  // A key belongs to one question, so what may change meanwhile (name, address) is said in a second one.
  const { id } = await ask(({ customers }) =>
    customers.create({ metadata: { user_id: userId } }, { idempotencyKey: `customer:${userId}:${generation}` }),
  );
  // Known by our id, never by the address: a wallet may pay under another one (C-20).
  await ask(({ customers }) => customers.update(id, { email, ...(name && { name }), preferred_locales: ['fr'] }));
  return id;
}

/** Null: Stripe has none of that id, or it was deleted there. */
export async function fetchCustomer(ask: Ask, id: string): Promise<Stripe.Customer | null> {
  const customer = await orNull(ask(({ customers }) => customers.retrieve(id)));
  return customer && !customer.deleted ? customer : null;
}

/** Ends every subscription at once as well: settle them before. Done already is done. */
export async function deleteCustomer(ask: Ask, id: string): Promise<void> {
  await orNull(ask(({ customers }) => customers.del(id)));
}

export type Checkout = {
  readonly customer: string;
  readonly userId: string;
  readonly price: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** The same for the same intent: two clicks open one page. */
  readonly key: string;
  /** When the page closes by itself; of the intent too, since a key belongs to one question. */
  readonly expiresAt: Date;
};

export type CheckoutSession = Stripe.Checkout.Session;

/** Stripe's page for paying the first period. @returns the session, whose `url` is the page */
export function createCheckout(ask: Ask, checkout: Checkout): Promise<CheckoutSession> {
  const { customer, userId, price, successUrl, cancelUrl, key, expiresAt } = checkout;
  return ask(({ checkout: { sessions } }) =>
    sessions.create(
      {
        mode: 'subscription',
        customer,
        client_reference_id: userId,
        line_items: [{ price, quantity: 1 }],
        locale: 'fr',
        // Euros and nothing else: what the price page says is what is paid.
        adaptive_pricing: { enabled: false },
        expires_at: Math.floor(expiresAt.getTime() / 1_000),
        success_url: successUrl,
        cancel_url: cancelUrl,
      },
      { idempotencyKey: key },
    ),
  );
}

/** Null: there is none of that id. Whose it is, the caller compares (D23). */
export function fetchCheckoutSession(ask: Ask, id: string): Promise<CheckoutSession | null> {
  return orNull(ask(({ checkout: { sessions } }) => sessions.retrieve(id)));
}

/** Nobody can pay there any more. Paid, closed or gone already: nothing happens. */
export async function closeCheckout(ask: Ask, id: string): Promise<void> {
  await ask(({ checkout: { sessions } }) => sessions.expire(id)).catch((error: { code?: string }) => {
    if (error.code !== 'conflict' && error.code !== 'not_found') throw error;
  });
}

/** Stripe's page where a member changes her card and reads her invoices. @returns its address, good for some minutes */
export async function createPortal(ask: Ask, customer: string, returnUrl: string): Promise<string> {
  const { url } = await ask(({ billingPortal }) =>
    billingPortal.sessions.create({ customer, return_url: returnUrl, locale: 'fr' }),
  );
  return url;
}
