import { refund } from '~/billing/stripe/subscription';
import { invoiceToRefund, type Refundable } from '../queries/findings';
import type { Payment } from './sync';

/**
 * Gives back what is left of an invoice's payment; the mirror follows by `syncCustomer`, which the caller runs next.
 * @returns whose it was; null: nothing is left, or there is no such payment
 */
export async function refundInvoice({ database, stripe }: Payment, id: string): Promise<Refundable | null> {
  const invoice = await database.asSystem((tx) => invoiceToRefund(tx, id));
  if (!invoice?.paymentIntentId) return null;
  // What was given back before is part of the key: two clicks are one refund, and a later one is another.
  const key = `refund:${id}:${invoice.refundedCents}`;
  await refund(stripe.ask, { paymentIntent: invoice.paymentIntentId, cents: null, key });
  return invoice;
}
