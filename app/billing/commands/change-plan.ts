/** Monthly ↔ yearly: to a year at once with the difference paid, to a month when the paid year ends. */
import { downgradeLater, keepPlan, previewUpgrade, type Upgrade, upgradeNow } from '~/billing/stripe/subscription';
import { AppError } from '~/errors';
import { type BilledSubscription, billedSubscriptionsOf } from '../queries/standing';
import type { PaidPlan } from '../rules/plans';
import { type Payment, syncCustomer } from './sync';

/** What the change to a year costs now. Null: she pays a year already. @throws AppError conflict `no_subscription` */
export async function previewYear(payment: Payment, userId: string, now: Date): Promise<Upgrade | null> {
  const { id, plan } = await changeable(payment, userId);
  if (plan === 'annuel') return null;
  return previewUpgrade(payment.stripe.ask, id, priceOf(payment, 'annuel'), now);
}

/** `later`: at the end of the paid year. A path of Stripe's: her bank asks her to confirm the payment there. */
export type Changed = 'now' | 'later' | 'kept' | { readonly confirmAt: string };

/**
 * Changes the plan; asked for the plan of now, a change that was planned is dropped.
 * @param prorationDate seconds since 1970 that the difference was shown for; the sum stays that one
 * @throws AppError conflict: `no_subscription`, `card_declined`
 */
export async function changePlan(
  payment: Payment,
  userId: string,
  { plan, prorationDate }: { plan: PaidPlan; prorationDate: number | null },
): Promise<Changed> {
  const { stripe } = payment;
  const subscription = await changeable(payment, userId);
  const { id, customerId } = subscription;
  const price = priceOf(payment, plan);
  const change = async (): Promise<Changed> => {
    if (plan === subscription.plan) {
      await keepPlan(stripe.ask, id);
      return 'kept';
    }
    if (plan === 'premium') {
      await downgradeLater(stripe.ask, id, price);
      return 'later';
    }
    if (prorationDate === null) throw new AppError('conflict', 'stale_preview');
    const key = `upgrade:${id}:${prorationDate}`;
    const confirmAt = await upgradeNow(stripe.ask, { id, price, prorationDate, key });
    return confirmAt ? { confirmAt } : 'now';
  };
  const changed = await change();
  await syncCustomer(payment, customerId);
  return changed;
}

/** One that is paid and goes on: what is late or ending is settled first. */
async function changeable({ database }: Payment, userId: string): Promise<BilledSubscription> {
  const subscriptions = await database.asSystem((tx) => billedSubscriptionsOf(tx, userId));
  const found = subscriptions.find(({ plan, status, cancelAt }) => plan && status === 'active' && !cancelAt);
  if (!found) throw new AppError('conflict', 'no_subscription');
  return found;
}

const priceOf = ({ stripe }: Payment, plan: PaidPlan): string => stripe.config.prices[plan][0] ?? '';
