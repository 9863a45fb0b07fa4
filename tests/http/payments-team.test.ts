/** What the team sees and does about payments (S09, C-20, C-21), and the comparison of every night. */
import { beforeEach, describe, expect, test } from 'vitest';
import { reconcile, remindOfRenewals } from '~/billing/commands/reconcile';
import { eraseAtStripe, settleFor } from '~/billing/commands/settle';
import { syncCustomer } from '~/billing/commands/sync';
import { href } from '~/urls';
import { dispute } from '../../demo/stripe-stand-in/clock-page';
import type { Member } from '../support/cast';
import { openPaymentSite } from '../support/payment';
import { mainOf, words } from '../support/site';

const site = await openPaymentSite({ hears: false });
const { stripe } = site;
let anne: Member;
let chief: Member;
let customer = '';
beforeEach(async () => {
  anne = await site.cast.member('Anne', { plan: 'freemium' });
  chief = await site.cast.member('Adèle', { role: 'admin', proven: true });
  await site.pay(anne, 'annuel');
  const [row] = await site.cast.sql<{ id: string }[]>`select id from stripe_customers where user_id = ${anne.id}`;
  customer = row?.id ?? '';
  await syncCustomer(site.payment, customer);
});

const invoiceOf = async ({ id }: Member) =>
  (
    await site.cast
      .sql`select id, refunded_cents::int as back, dispute, user_id as whose from invoices where user_id = ${id}`
  )[0];
const looksAt = ({ id }: Member) => site.cast.sql`select action from audit_log where subject_id = ${id}`;
const pageFor = async (member: Member, query: Record<string, string> = {}) =>
  words(mainOf(await (await (await site.as(member)).get(href('payments', {}, query))).text()));

describe('a payment', () => {
  test('is found by its member’s address, asked about, paid back once, and its member reads it', async () => {
    const invoice = await invoiceOf(anne);
    const asChief = await site.as(chief);
    expect(await pageFor(chief, { q: anne.email })).toContain('Rembourser 470 €');
    expect(await pageFor(chief, { facture: invoice?.id })).toContain('Rembourser 470 € ?');
    const answers = [];
    for (let n = 0; n < 2; n += 1) answers.push(await asChief.post(href('payments'), { facture: invoice?.id }));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([
      '/admin/abonnements?dit=rembourse',
      '/admin/abonnements?dit=rien-a-rembourser',
    ]);
    expect(await invoiceOf(anne)).toMatchObject({ back: 47_000 });
    expect([...stripe.world.refunds.values()].filter((each) => each.customer === customer)).toHaveLength(1);
    expect(await looksAt(anne)).toEqual([
      { action: 'payments_read' },
      { action: 'payments_read' },
      { action: 'payment_refunded' },
    ]);
  });

  test('is not paid back by a member, nor by an admin who has not just proven who she is', async () => {
    const invoice = await invoiceOf(anne);
    const stale = await site.cast.member('Aline', { role: 'admin' });
    expect((await (await site.as(anne)).post(href('payments'), { facture: invoice?.id })).status).toBe(404);
    const answer = await (await site.as(stale)).post(href('payments'), { facture: invoice?.id });
    expect(answer.headers.get('location')).toContain('/connexion/preuve');
    expect(await invoiceOf(anne)).toMatchObject({ back: 0 });
  });

  test('that a bank disputes is listed, though its event names no customer', async () => {
    const charge = [...stripe.world.charges.values()].find((each) => each.customer === customer);
    dispute(stripe.world, charge?.id ?? '');
    // Asked again until the queue stands, which is made after the first pages.
    const compared = () => reconcile(site.payment).then(() => invoiceOf(anne));
    await expect.poll(async () => (await compared())?.dispute, { timeout: 15_000 }).toBe('disputed');
    expect(await pageFor(chief)).toContain('Contesté par la banqueLa banque décide');
    // The bank has taken the money: there is none to give back.
    const invoice = await invoiceOf(anne);
    const refused = await (await site.as(chief)).post(href('payments'), { facture: invoice?.id });
    expect(refused.headers.get('location')).toBe('/admin/abonnements?dit=rien-a-rembourser');
  });
});

describe('every night', () => {
  test('what the mirror says otherwise is found, told once, and put right', async () => {
    await site.cast.sql`update subscriptions set status = 'canceled' where user_id = ${anne.id}`;
    expect(await site.planOf(anne)).toBe('freemium');
    for (let n = 0; n < 2; n += 1) await reconcile(site.payment);
    await expect.poll(() => site.planOf(anne), { timeout: 15_000 }).toBe('annuel');
    const found = await site.cast.sql`select id, kind from payment_findings where customer_id = ${customer}`;
    expect(found).toMatchObject([{ kind: 'repaired' }]);
    expect(await pageFor(chief)).toMatch(
      /Notre base : rien\. Stripe : Annuel, en cours jusqu’au .*Repris depuis Stripe/,
    );
    await (await site.as(chief)).post(href('seenPayment'), { constat: String(found[0]?.id) });
    expect(await pageFor(chief)).not.toContain('Repris depuis Stripe');
  });

  test('a customer deleted by hand at Stripe ends the plan, and the member can pay again (C-20)', async () => {
    await fetch(`${stripe.origin}/v1/customers/${customer}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${stripe.config.secretKey}` },
    });
    await reconcile(site.payment);
    await expect.poll(() => site.planOf(anne), { timeout: 15_000 }).toBe('freemium');
    await site.pay(anne);
    const [now] = await site.cast.sql<{ id: string }[]>`
      select id from stripe_customers where user_id = ${anne.id} and gone_at is null`;
    await syncCustomer(site.payment, now?.id ?? '');
    expect(now?.id).not.toBe(customer);
    expect(await site.planOf(anne)).toBe('premium');
  });

  test('a paid year that begins again is told five to six weeks before, once (M05)', async () => {
    await site.cast.sql`
      update subscriptions set current_period_end = now() + interval '36 days' where user_id = ${anne.id}`;
    for (let n = 0; n < 2; n += 1) await remindOfRenewals(site.payment);
    const letters = await site.cast.sql`
      select props ->> 'cents' as cents from outbox where user_id = ${anne.id} and template = 'renewalReminder'`;
    expect(letters).toEqual([{ cents: '47000' }]);
  });
});

test('an account that is erased is settled first; its invoices stay and name nobody (C-21)', async () => {
  await settleFor(site.payment, anne.id);
  expect([...stripe.world.subscriptions.values()].find((each) => each.customer === customer)?.status).toBe('canceled');
  const { id } = (await invoiceOf(anne)) ?? {};
  const { eraseFor } = await import('~/billing/personal-data');
  await site.payment.database.asSystem((tx) => eraseFor(tx, { id: anne.id, email: anne.email }));
  await eraseAtStripe(site.payment, customer);
  await eraseAtStripe(site.payment, customer);
  expect(stripe.world.customers.has(customer)).toBe(false);
  expect(await site.cast.sql`select user_id as whose from invoices where id = ${id}`).toEqual([{ whose: null }]);
  expect(await site.cast.sql`select gone_at is not null as gone from stripe_customers where id = ${customer}`).toEqual([
    { gone: true },
  ]);
});
