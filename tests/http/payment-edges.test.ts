/** What payments meet at their edges: the bank's question, another currency, no key, a process that ends in the middle. */
import { beforeEach, describe, expect, test } from 'vitest';
import { finishWithdrawal, withdraw } from '~/billing/commands/withdraw';
import { href } from '~/urls';
import { TARIFFS } from '../../demo/stripe-stand-in';
import type { Member } from '../support/cast';
import { openPaymentSite, payOn } from '../support/payment';
import { viewerOf } from '../support/policies';
import type { Visitor } from '../support/server';
import { mainOf, openSite, words } from '../support/site';

const DOLLARS = { id: 'price_dollars', name: 'Aurora50 Premium', cents: 5_100, interval: 'month', currency: 'usd' };
const site = await openPaymentSite({ tariffs: [...TARIFFS, { ...DOLLARS, interval: 'month' }] });
const keyless = openSite();
const { stripe } = site;
const ASKS = '4000 0025 0000 3155';

let anne: Member;
let asAnne: Visitor;
beforeEach(async () => {
  stripe.be('well');
  anne = await site.cast.member('Anne Martin', { plan: 'freemium' });
  asAnne = await site.as(anne);
});

const letters = async ({ id }: Member) =>
  (await site.cast.sql`select template from outbox where user_id = ${id} order by created_at`).map(
    (row) => row.template,
  );

describe('a card for which the bank asks (3-D Secure)', () => {
  const asked = async () => {
    const page = (await asAnne.post(href('pay'), { formule: 'premium' })).headers.get('Location') ?? '';
    const bank = (await payOn(page, ASKS)).headers.get('Location') ?? '';
    await stripe.events.quiet();
    expect(await site.planOf(anne)).toBe('freemium');
    return { page, bank: new URL(bank, page).href };
  };
  const answer = (bank: string, reponse: string) =>
    fetch(bank, { method: 'POST', body: new URLSearchParams({ reponse }), redirect: 'manual' });

  test('opens the plan once it is confirmed, and nothing before', async () => {
    const { bank } = await asked();
    const back = (await answer(bank, 'oui')).headers.get('Location') ?? '';
    const page = words(mainOf(await (await asAnne.get(back.slice(site.origin.length))).text()));
    expect([await site.planOf(anne), page]).toEqual(['premium', expect.stringContaining('Premium')]);
    await stripe.events.quiet();
    expect(await letters(anne)).toEqual(['paymentReceived']);
  });

  test('refused at the bank opens nothing, and another card may be tried on the same page', async () => {
    const { page, bank } = await asked();
    expect((await answer(bank, 'non')).status).toBe(402);
    await stripe.events.quiet();
    expect([await site.planOf(anne), await letters(anne)]).toEqual(['freemium', []]);
    await payOn(page);
    await stripe.events.quiet();
    expect(await site.planOf(anne)).toBe('premium');
  });
});

test('a subscription in another currency, made by hand at Stripe, opens nothing and is kept for the team', async () => {
  await site.pay(anne);
  await stripe.events.quiet();
  for (const each of stripe.world.subscriptions.values()) {
    if (stripe.world.customers.get(each.customer as string)?.metadata.user_id === anne.id) each.currency = 'usd';
  }
  // The next thing that Stripe tells of her.
  stripe.turn(1);
  await asAnne.post(href('cancelPlan'), {});
  expect(await site.planOf(anne)).toBe('freemium');
  const [row] = await site.cast.sql`select plan, status from subscriptions where user_id = ${anne.id}`;
  expect(row).toMatchObject({ plan: null, status: 'active' });
});

test.each(['deux', 'desordre'])(
  'the stand-in tells all again (%s) at the press of a button, and nothing changes',
  async (redire) => {
    await site.pay(anne);
    await stripe.events.quiet();
    const told = await fetch(`${stripe.origin}/horloge`, {
      method: 'POST',
      body: new URLSearchParams({ redire }),
      redirect: 'manual',
    });
    expect(told.status).toBe(303);
    await stripe.events.quiet();
    expect([await site.planOf(anne), await letters(anne)]).toEqual(['premium', ['paymentReceived']]);
    expect(await site.cast.sql`select from subscriptions where user_id = ${anne.id}`).toHaveLength(1);
  },
);

test('a withdrawal whose process ends in the middle is finished by its job: money, end and receipt, each once', async () => {
  await site.pay(anne, 'annuel');
  await stripe.events.quiet();
  // The queue is made once the first pages have been answered; nothing is put into it before.
  const queue = () => site.cast.sql<{ ready: boolean | null }[]>`
    select has_table_privilege('aurora_system', to_regclass('graphile_worker._private_jobs'), 'insert') as ready`;
  await expect.poll(async () => (await queue())[0]?.ready).toBe(true);
  const [{ id = '' } = {}] = await site.cast.sql<
    { id: string }[]
  >`select id from subscriptions where user_id = ${anne.id}`;
  // The process ends once Stripe has ended the subscription: the receipt is not written yet.
  const { database } = site.payment;
  let systems = 0;
  const dying = {
    ...site.payment,
    database: {
      ...database,
      asSystem: ((work) => {
        systems += 1;
        return systems > 3 ? Promise.reject(new Error('killed')) : database.asSystem(work);
      }) as typeof database.asSystem,
    },
  };
  await expect(withdraw(dying, viewerOf(anne), new Date())).rejects.toThrow('killed');
  await stripe.events.quiet();
  expect([await site.planOf(anne), await letters(anne)]).toEqual(['freemium', ['paymentReceived']]);
  const jobs = await site.cast.sql`select from graphile_worker._private_jobs where key = ${`withdraw:${id}`}`;
  expect(jobs).toHaveLength(1);
  for (let n = 0; n < 2; n += 1) expect(await finishWithdrawal(site.payment, id, new Date())).toBe(47_000);
  expect(await letters(anne)).toEqual(['paymentReceived', 'cancellationReceipt']);
  const [receipt] = await site.cast.sql`
    select props->>'refundedCents' as cents from outbox where user_id = ${anne.id} and template = 'cancellationReceipt'`;
  expect(receipt?.cents).toBe('47000');
  const refunds = [...stripe.world.refunds.values()].filter((each) => each.amount === 47_000);
  expect(refunds).toHaveLength(1);
});

test('without a key every button of payment leads back with the same words, and nothing breaks', async () => {
  const paul = await keyless.cast.member('Paul Roux', { plan: 'freemium', proven: true });
  const asPaul = await keyless.as(paul);
  const absent = href('plans', {}, { dit: 'paiement-absent' });
  for (const place of ['pay', 'portal', 'cancelPlan', 'resumePlan', 'withdrawPlan'] as const) {
    const answer = await asPaul.post(href(place), { formule: 'premium' });
    expect([place, answer.status, answer.headers.get('Location')]).toEqual([place, 303, absent]);
  }
  const page = words(mainOf(await (await asPaul.get(absent)).text()));
  expect(page).toContain('paiement');
  for (const place of ['home', 'plans', 'invoices', 'courses'] as const) {
    expect([place, (await asPaul.get(href(place))).status]).toEqual([place, 200]);
  }
  const hook = await fetch(keyless.origin + href('stripeWebhook'), { method: 'POST', body: '{}' });
  expect(hook.status).toBeLessThan(500);
});
