/** W03, C-20: order, races and deaths; two processes are this one and the site's. */
import fc from 'fast-check';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, test } from 'vitest';
import { startCheckout } from '~/billing/commands/checkout';
import { type Payment, syncCustomer } from '~/billing/commands/sync';
import { takeStripeEvent } from '~/billing/commands/webhook';
import { parseEvent } from '~/billing/stripe/event';
import { cancelAtPeriodEnd, downgradeLater, previewUpgrade, resume, upgradeNow } from '~/billing/stripe/subscription';
import { href } from '~/urls';
import { signature } from '../../demo/stripe-stand-in/telling';
import type { Member } from '../support/cast';
import { openPaymentSite, payOn } from '../support/payment';

const site = await openPaymentSite({ hears: false });
const { stripe } = site;
const [SECRET = ''] = stripe.config.webhookSecrets;
const [MONTH = ''] = stripe.config.prices.premium;
const [YEAR = ''] = stripe.config.prices.annuel;
const DAY = 86_400;
let anne: Member;
beforeEach(async () => {
  anne = await site.cast.member('Anne', { plan: 'freemium' });
});

const signed = (event: Stripe.Event) => {
  const body = JSON.stringify(event);
  return { body: Buffer.from(body), signature: signature(body, SECRET) };
};
const here = (event: Stripe.Event) => takeStripeEvent(site.payment, signed(event));
const there = async (event: Stripe.Event) => {
  const { body, signature: header } = signed(event);
  const headers = { 'Stripe-Signature': header };
  return (await fetch(site.origin + href('stripeWebhook'), { method: 'POST', headers, body })).status;
};
const customerOf = async ({ id }: Member) =>
  (await site.cast.sql<{ id: string }[]>`select id from stripe_customers where user_id = ${id}`)[0]?.id ?? '';
const mirrorOf = ({ id }: Member) => site.cast.sql`
  select s.status, s.plan, s.cancel_at, s.ended_at, i.status as bill, p.subscription_type
  from subscriptions s
  join profiles p on p.id = s.user_id
  left join invoices i on i.subscription_id = s.id
  where s.user_id = ${id}
  order by i.id`;
const subscriptionOf = (customer: string) =>
  [...stripe.world.subscriptions.values()].find((each) => each.customer === customer) as Stripe.Subscription;
const synced = async () => syncCustomer(site.payment, await customerOf(anne));

test('six events of one life in a hundred random orders, told to two processes at once, end the same', async () => {
  await site.pay(anne);
  const customer = await customerOf(anne);
  const { ask } = site.payment.stripe;
  await cancelAtPeriodEnd(ask, subscriptionOf(customer).id);
  stripe.turn(32 * DAY);
  const life = [...stripe.world.events.values()].filter(
    ({ data }) => (data.object as { customer?: string }).customer === customer,
  );
  expect(life.length).toBeGreaterThanOrEqual(6);
  await synced();
  const fresh = await mirrorOf(anne);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(life.slice(-6), { minLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6 }),
      async (order, sides) => {
        await site.cast.sql`delete from subscriptions where user_id = ${anne.id}`;
        await site.cast.sql`delete from invoices where user_id = ${anne.id}`;
        await site.cast.sql`delete from stripe_events where customer_id = ${customer}`;
        await Promise.all(order.map((event, n) => (sides[n] ? here(event) : there(event))));
        expect(await mirrorOf(anne)).toEqual(fresh);
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);

describe('between the question to Stripe and the commit', () => {
  /** A process whose answers of Stripe wait for `gate` once they are there. */
  const held = (gate: Promise<unknown>): Payment => ({
    ...site.payment,
    stripe: {
      ...site.payment.stripe,
      ask: async (work) => {
        const answer = await site.payment.stripe.ask(work);
        await gate;
        return answer;
      },
    },
  });

  test('another process writes what is newer: the older answer is not written', async () => {
    await site.pay(anne);
    const customer = await customerOf(anne);
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const asked = stripe.asked.length;
    const older = syncCustomer(held(gate), customer);
    await expect.poll(() => stripe.asked.length - asked).toBeGreaterThanOrEqual(4);
    await cancelAtPeriodEnd(site.payment.stripe.ask, subscriptionOf(customer).id);
    const event = [...stripe.world.events.values()].at(-1) as Stripe.Event;
    expect(await there(event)).toBe(204);
    open();
    expect(await older).toBe('applied');
    expect((await mirrorOf(anne))[0]).toMatchObject({ status: 'active', cancel_at: expect.any(Date) });
  });

  test('others write twice: it asks no third time, for they asked after it began, and its event is applied', async () => {
    await site.pay(anne);
    const customer = await customerOf(anne);
    const event = [...stripe.world.events.values()].at(-1) as Stripe.Event;
    const { ask } = site.payment.stripe;
    const crowded: Payment = {
      ...site.payment,
      stripe: {
        ...site.payment.stripe,
        ask: async (work) => {
          const answer = await ask(work);
          await site.cast.sql`update stripe_customers set version = version + 1 where id = ${customer}`;
          return answer;
        },
      },
    };
    const told = parseEvent(Buffer.from(JSON.stringify(event)));
    const options = told ? { event: told } : {};
    expect(await syncCustomer(crowded, customer, options)).toBe('applied');
    expect(await syncCustomer(site.payment, customer, options)).toBe('told');
  });

  test('the process dies: nothing is stored, and the event told again is applied', async () => {
    await site.pay(anne);
    const event = [...stripe.world.events.values()].at(-1) as Stripe.Event;
    const killed = Promise.reject(new Error('killed'));
    killed.catch(() => {});
    const dying = held(killed);
    await expect(syncCustomer(dying, await customerOf(anne))).rejects.toThrow('killed');
    expect(await mirrorOf(anne)).toEqual([]);
    expect(await there(event)).toBe(204);
    expect(await site.planOf(anne)).toBe('premium');
  });
});

describe('« S’abonner »', () => {
  const start = (plan: 'premium' | 'annuel' = 'premium') =>
    startCheckout(site.payment, anne.id, {
      plan,
      urls: { success: site.origin, cancel: site.origin },
      now: new Date(),
    });

  test('in two windows at once is one customer and one page, and later it is still that page', async () => {
    const pages = await Promise.all([start(), start()]);
    expect(new Set([...pages, await start()]).size).toBe(1);
    const hers = [...stripe.world.customers.values()].filter((each) => each.metadata.user_id === anne.id);
    expect(hers).toHaveLength(1);
  });

  test('for another plan closes the first page', async () => {
    const first = await start();
    await start('annuel');
    expect(await (await fetch(first)).text()).toContain('fermée');
  });

  test('is refused beside a live subscription, though no event has come', async () => {
    await payOn(await start());
    await expect(start()).rejects.toMatchObject({ code: 'conflict', detail: 'subscribed' });
  });
});

describe('a subscription', () => {
  test('goes from month to year at once, for the difference that was shown', async () => {
    await site.pay(anne);
    const { id } = subscriptionOf(await customerOf(anne));
    const { ask } = site.payment.stripe;
    const shown = await previewUpgrade(ask, id, YEAR, new Date(Date.now() + stripe.world.ahead * 1_000));
    expect(shown.cents).toBeGreaterThan(42_000);
    expect(await upgradeNow(ask, { id, price: YEAR, prorationDate: shown.prorationDate, key: id })).toBeNull();
    await synced();
    expect(await site.planOf(anne)).toBe('annuel');
    expect([...stripe.world.invoices.values()].at(-1)?.amount_paid).toBe(shown.cents);
  });

  test('goes from year to month when the year ends, without an invoice below zero', async () => {
    await site.pay(anne, 'annuel');
    const { id } = subscriptionOf(await customerOf(anne));
    await downgradeLater(site.payment.stripe.ask, id, MONTH);
    await synced();
    const [planned] = await site.cast.sql`select plan, next_plan from subscriptions where id = ${id}`;
    expect(planned).toEqual({ plan: 'annuel', next_plan: 'premium' });
    stripe.turn(367 * DAY);
    await synced();
    expect(await site.planOf(anne)).toBe('premium');
    expect([...stripe.world.invoices.values()].every(({ total }) => total >= 0)).toBe(true);
  });

  test('ends at the paid date, unless that is taken back; a failed renewal keeps access in the meantime', async () => {
    await site.pay(anne, 'premium', '4000000000000341');
    const { id } = subscriptionOf(await customerOf(anne));
    const { ask } = site.payment.stripe;
    await cancelAtPeriodEnd(ask, id);
    await resume(ask, id);
    await synced();
    expect((await mirrorOf(anne))[0]).toMatchObject({ cancel_at: null });
    stripe.turn(32 * DAY);
    await synced();
    expect((await mirrorOf(anne))[0]).toMatchObject({ status: 'past_due', subscription_type: 'premium' });
    stripe.turn(30 * DAY);
    await synced();
    expect((await mirrorOf(anne))[0]).toMatchObject({ status: 'canceled', subscription_type: 'freemium' });
  });

  test('of a price that was never configured opens nothing', async () => {
    await site.pay(anne);
    const strange = { ...site.payment.stripe.config, prices: { premium: ['price_other'], annuel: ['price_more'] } };
    const payment = { ...site.payment, stripe: { ...site.payment.stripe, config: strange } };
    await syncCustomer(payment, await customerOf(anne));
    expect((await mirrorOf(anne))[0]).toMatchObject({ status: 'active', plan: null, subscription_type: 'freemium' });
  });
});
