/** The way out (C-21, U16, G35): at the paid date, or at once with the money back within fourteen days. */
import type { Viewer } from '~/auth/rules/viewer';
import { cancelAtPeriodEnd, cancelNow, refund, resume } from '~/billing/stripe/subscription';
import type { Tx } from '~/db';
import { AppError } from '~/errors';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { type BilledSubscription, billedSubscriptionsOf, paidInvoicesOf } from '../queries/standing';
import { isWithdrawable, referenceOf } from '../rules/leaving';
import { type Payment, syncCustomer } from './sync';

/**
 * Leaves: what is paid stays open until its date; what is not paid ends now, and is asked for no more. The receipt is in the
 * outbox with the date that Stripe gives. Asked again, it changes nothing and sends no second receipt.
 * @returns when the access ends; null: there is no subscription
 * @throws AppError unavailable: Stripe does not answer, and nothing is cancelled yet
 */
export async function leave(payment: Payment, viewer: Viewer, now: Date): Promise<Date | null> {
  const { database, stripe } = payment;
  const subscriptions = await database.asSystem((tx) => billedSubscriptionsOf(tx, viewer.id));
  const ends: Date[] = [];
  for (const { id, status, customerId, cancelAt } of subscriptions) {
    if (status === 'past_due' || status === 'unpaid') await cancelNow(stripe.ask, id);
    else if (!cancelAt) await cancelAtPeriodEnd(stripe.ask, id);
    await syncCustomer(payment, customerId);
    const after = await database.asSystem((tx) => billedSubscriptionsOf(tx, viewer.id));
    const end = after.find((each) => each.id === id)?.cancelAt ?? now;
    ends.push(end);
    await database.asSystem((tx) => receipt(tx, viewer, { id, now, paidUntil: end }));
  }
  return ends.sort((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

/** Takes the cancellation back before its date. Where none is planned, nothing changes. */
export async function stay(payment: Payment, viewer: Viewer): Promise<void> {
  const { database, stripe } = payment;
  const subscriptions = await database.asSystem((tx) => billedSubscriptionsOf(tx, viewer.id));
  for (const { id, customerId, cancelAt } of subscriptions) {
    if (!cancelAt) continue;
    await resume(stripe.ask, id);
    await syncCustomer(payment, customerId);
  }
}

/**
 * Code de la consommation, L221-18: within fourteen days of subscribing, everything is paid back and ends at once. The money
 * goes first, each payment once whatever happens between: pressed again after a fault, the rest is done.
 * @returns cents paid back
 * @throws AppError conflict `not_withdrawable`; unavailable: Stripe does not answer, press again
 */
export async function withdraw(payment: Payment, viewer: Viewer, now: Date): Promise<number> {
  const { database } = payment;
  const subscriptions = await database.asSystem((tx) => billedSubscriptionsOf(tx, viewer.id));
  const [subscription] = subscriptions.filter((each) => isWithdrawable(each.startedAt, now));
  if (!subscription) throw new AppError('conflict', 'not_withdrawable');
  const refundedCents = await payBack(payment, subscription);
  await cancelNow(payment.stripe.ask, subscription.id);
  await syncCustomer(payment, subscription.customerId);
  await database.asSystem((tx) => receipt(tx, viewer, { id: subscription.id, now, paidUntil: now, refundedCents }));
  return refundedCents;
}

async function payBack({ database, stripe }: Payment, { id }: BilledSubscription): Promise<number> {
  const invoices = await database.asSystem((tx) => paidInvoicesOf(tx, id));
  for (const { id: invoice, paymentIntentId } of invoices) {
    await refund(stripe.ask, { paymentIntent: paymentIntentId, cents: null, key: `withdrawal:${invoice}` });
  }
  return invoices.reduce((sum, { cents }) => sum + cents, 0);
}

type Left = { readonly id: string; readonly now: Date; readonly paidUntil: Date; readonly refundedCents?: number };

/** On a durable medium, with the date and the effects (L215-1-1); one for each end that was agreed. */
async function receipt(tx: Tx, viewer: Viewer, { id, now, paidUntil, refundedCents }: Left): Promise<void> {
  await enqueue(tx, {
    template: 'cancellationReceipt',
    to: { userId: viewer.id },
    key: `cancellationReceipt:${id}:${refundedCents === undefined ? paidUntil.toISOString().slice(0, 10) : 'withdrawn'}`,
    props: {
      name: viewer.name,
      at: now.toISOString(),
      paidUntil: paidUntil.toISOString(),
      reference: referenceOf(id),
      path: href('plans'),
      ...(refundedCents !== undefined && { refundedCents }),
    },
  });
}
