/** C-21: whoever leaves is not billed any more. Subscriptions end first, then the account. */

import { deleteCustomer } from '~/billing/stripe/checkout';
import { cancelNow } from '~/billing/stripe/subscription';
import { AppError } from '~/errors';
import { customersOf, noteGone } from '../queries/customers';
import { liveSubscriptionsOf } from '../queries/subscriptions';
import { type Payment, syncCustomer } from './sync';

/**
 * Ends every subscription of the member at Stripe, now; run before an account is erased. Asked again, it does nothing.
 * @throws AppError unavailable: Stripe does not answer, and the account is not erased yet
 */
export async function settleFor(payment: Payment, userId: string): Promise<void> {
  const { database, stripe } = payment;
  const live = await database.asSystem((tx) => liveSubscriptionsOf(tx, userId));
  for (const { id } of live) await cancelNow(stripe.ask, id);
  const customers = await database.asSystem((tx) => customersOf(tx, userId));
  for (const { id, livemode } of customers) if (livemode === stripe.config.livemode) await syncCustomer(payment, id);
}

/** The job behind `eraseFor`: Stripe forgets the customer, with her cards and what is left of her subscriptions. */
export async function eraseAtStripe({ database, stripe }: Payment, customer: string): Promise<void> {
  try {
    await deleteCustomer(stripe.ask, customer);
  } catch (error) {
    // The other mode's key would be needed; that mode is asked when its key is back.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
  await database.asSystem((tx) => noteGone(tx, customer));
}
