/** Code de la consommation, L221-18: within fourteen days of subscribing, everything is paid back and ends at once. */
import type { Viewer } from '~/auth/rules/viewer';
import { cancelNow, refund } from '~/billing/stripe/subscription';
import { AppError } from '~/errors';
import { billedSubscriptionsOf, paidInvoicesOf } from '../queries/standing';
import { paidCentsOf, queueWithdrawal, withdrawalOf } from '../queries/withdrawals';
import { isWithdrawable } from '../rules/leaving';
import { receipt } from './leave';
import { type Payment, syncCustomer } from './sync';

/**
 * The wish is stored first, with a job that does what is left of it a minute later: whatever breaks in between, the money
 * goes back, the subscription ends and the receipt leaves, each once.
 * @returns cents paid back
 * @throws AppError conflict `not_withdrawable`; unavailable: Stripe does not answer, the job goes on
 */
export async function withdraw(payment: Payment, viewer: Viewer, now: Date): Promise<number> {
  const { database } = payment;
  const subscriptions = await database.asSystem((tx) => billedSubscriptionsOf(tx, viewer.id));
  const [subscription] = subscriptions.filter((each) => isWithdrawable(each.startedAt, now));
  if (!subscription) throw new AppError('conflict', 'not_withdrawable');
  await database.systemStatement((tx) => queueWithdrawal(tx, subscription.id));
  return finishWithdrawal(payment, subscription.id, now);
}

/** The money goes first. Repeated, it does what is left and nothing twice. @returns cents paid back */
export async function finishWithdrawal(payment: Payment, id: string, now: Date): Promise<number> {
  const { database, stripe } = payment;
  const whose = await database.systemStatement((tx) => withdrawalOf(tx, id));
  if (!whose) return 0;
  const { customerId, ...member } = whose;
  for (const { id: invoice, paymentIntentId } of await database.asSystem((tx) => paidInvoicesOf(tx, id))) {
    await refund(stripe.ask, { paymentIntent: paymentIntentId, cents: null, key: `withdrawal:${invoice}` });
  }
  await cancelNow(stripe.ask, id);
  await syncCustomer(payment, customerId);
  return database.asSystem(async (tx) => {
    const refundedCents = await paidCentsOf(tx, id);
    await receipt(tx, member, { id, now, paidUntil: now, refundedCents });
    return refundedCents;
  });
}
