/** The way out (C-21, U16, G35) at the paid date; at once with the money back, `withdraw.ts`. */
import type { Viewer } from '~/auth/rules/viewer';
import { cancelAtPeriodEnd, cancelNow, resume } from '~/billing/stripe/subscription';
import type { Tx } from '~/db';
import { enqueue } from '~/mailer';
import { href } from '~/urls';
import { billedSubscriptionsOf } from '../queries/standing';
import { referenceOf } from '../rules/leaving';
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

type Left = { readonly id: string; readonly now: Date; readonly paidUntil: Date; readonly refundedCents?: number };

/** On a durable medium, with the date and the effects (L215-1-1); one for each end that was agreed. */
export async function receipt(
  tx: Tx,
  viewer: Pick<Viewer, 'id' | 'name'>,
  { id, now, paidUntil, refundedCents }: Left,
): Promise<void> {
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
