/** A site with a stand-in for Stripe beside it, and the verbs of payment on its database. */
import { afterAll, beforeAll } from 'vitest';
import { startCheckout } from '~/billing/commands/checkout';
import type { Payment } from '~/billing/commands/sync';
import type { PaidPlan as Plan } from '~/billing/rules/plans';
import { stripeDoor } from '~/billing/stripe/client';
import type { StripeConfig } from '~/config/stripe';
import { openDatabase } from '~/db';
import { href } from '~/urls';
import { type StandInOptions, type StripeStandIn, startStripeStandIn } from '../../demo/stripe-stand-in';
import type { Member } from './cast';
import { openSite, type Site } from './site';

export type PaymentSite = Site & {
  stripe: StripeStandIn;
  payment: Payment;
  /** What the pages do from « S'abonner » to the payment, with this test card. */
  readonly pay: (member: Member, plan?: Plan, card?: string) => Promise<void>;
  readonly planOf: (member: Member) => Promise<string>;
};

/** The settings of a site whose Stripe is this stand-in. */
export function settingsOf({ secretKey, webhookSecrets, prices, base }: StripeConfig): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecrets.join(','),
    STRIPE_PRICE_PREMIUM: prices.premium.join(','),
    STRIPE_PRICE_ANNUEL: prices.annuel.join(','),
    STRIPE_API_BASE: base ?? '',
  };
}

/** @param hears whether the stand-in's own events go to the site; without, a test tells what it chooses */
export async function openPaymentSite(
  { hears = true, ...options }: StandInOptions & { hears?: boolean } = {},
  more: Readonly<Record<string, string>> = {},
): Promise<PaymentSite> {
  const stripe = await startStripeStandIn(options);
  const site = openSite({ ...settingsOf(stripe.config), ...more }) as PaymentSite;
  const { planOf, pay } = verbsOf(site);
  Object.assign(site, { stripe, planOf, pay });
  beforeAll(() => {
    site.payment = { database: openDatabase(site.url), stripe: stripeDoor(stripe.config) };
    if (hears) stripe.events.address(site.origin + href('stripeWebhook'), stripe.config.webhookSecrets[0] ?? '');
  });
  afterAll(async () => {
    await site.payment.database.close();
    await stripe.close();
  });
  return site;
}

function verbsOf(site: PaymentSite): Pick<PaymentSite, 'pay' | 'planOf'> {
  return {
    async pay(member, plan = 'premium', card = '4242424242424242') {
      const urls = { success: `${site.origin}/?session_id={CHECKOUT_SESSION_ID}`, cancel: site.origin };
      const page = await startCheckout(site.payment, member.id, { plan, urls, now: new Date() });
      await payOn(page, card);
    },
    async planOf({ id }) {
      const [row] = await site.cast.sql<{ plan: string }[]>`
        select subscription_type as plan from profiles where id = ${id}`;
      return row?.plan ?? '';
    },
  };
}

/** Sends the form of Stripe's page. @returns the answer, which leads back or shows the fault */
export function payOn(page: string, carte = '4242424242424242'): Promise<Response> {
  return fetch(page, { method: 'POST', body: new URLSearchParams({ carte }), redirect: 'manual' });
}
