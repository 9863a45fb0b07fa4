/** What admins do about payments, and what is written down of it. */
import type { Viewer } from '~/auth/rules/viewer';
import { refundInvoice } from '~/billing/commands/refund';
import { type Payment, syncCustomer } from '~/billing/commands/sync';
import {
  doubleSubscriptions,
  eventsForReview,
  noteReviewed,
  noteSeen,
  openFindings,
  paymentsFoundBy,
  troubledPayments,
} from '~/billing/queries/findings';
import type { Database } from '~/db';
import { noteLook, noteLooks } from './queries';

/**
 * Whoever stands on the page with what she pays reads that it was looked at (U17).
 * @param words a member's whole address or an invoice's number; empty: nobody is looked for
 */
export function paymentsOverview(database: Database, viewer: Viewer, words: string) {
  return database.asSystem(async (tx) => {
    const overview = {
      findings: await openFindings(tx),
      doubles: await doubleSubscriptions(tx),
      troubled: await troubledPayments(tx),
      events: await eventsForReview(tx),
      found: words ? await paymentsFoundBy(tx, words) : [],
    };
    const { findings, doubles, troubled, found } = overview;
    const shown = [...findings, ...doubles, ...troubled, ...found].flatMap(({ userId }) => userId ?? []);
    await noteLooks(tx, viewer.id, [...new Set(shown)], 'payments_read');
    return overview;
  });
}
export type PaymentsOverview = Awaited<ReturnType<typeof paymentsOverview>>;

/**
 * All that is left of a payment goes back; pressed twice, once. Its member reads that the team did it (U17).
 * @returns false: nothing is left of it, or there is no such payment
 * @throws AppError unavailable, or conflict: Stripe refuses
 */
export async function refundPayment(payment: Payment, viewer: Viewer, invoiceId: string): Promise<boolean> {
  const refunded = await refundInvoice(payment, invoiceId);
  if (!refunded) return false;
  const { userId, customerId } = refunded;
  if (userId) await payment.database.asSystem((tx) => noteLook(tx, viewer.id, userId, 'payment_refunded'));
  await syncCustomer(payment, customerId);
  return true;
}

/** What somebody has seen is not shown again. */
export async function markSeen(
  database: Database,
  seen: { finding: number | null; event: string | null },
): Promise<void> {
  await database.asSystem(async (tx) => {
    if (seen.finding !== null) await noteSeen(tx, seen.finding);
    if (seen.event) await noteReviewed(tx, seen.event);
  });
}
