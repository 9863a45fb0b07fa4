/** Events that nothing could be done with, and the job that follows where Stripe did not answer. */
import type { StripeEvent } from '~/billing/stripe/event';
import type { Tx } from '~/db';

export type ReviewReason = 'unknown_type' | 'unknown_customer' | 'no_customer';

/** For the team. Told again, it is kept once. @param body the event as it came, cut */
export async function keepForReview(tx: Tx, event: StripeEvent, reason: ReviewReason, body: string): Promise<void> {
  const customer = event.about && 'customer' in event.about ? event.about.customer : null;
  await tx`
    insert into stripe_events (id, type, customer_id, livemode, api_version, created_at, verdict, reason, body)
    values (${event.id}, ${event.type}, ${customer}, ${event.livemode}, ${event.apiVersion}, ${event.createdAt}, 'review',
      ${reason}, ${body})
    on conflict do nothing`;
}

/** One job a customer, however many events wait for it. */
export async function queueSync(tx: Tx, customer: string): Promise<void> {
  await tx`
    select queue_job('stripe', json_build_object('id', ${customer}::text), 'stripe:' || ${customer}, now(), 0)`;
}

/** Stripe tells an event again for three days, and by hand for thirty. */
export async function forgetOldEvents(tx: Tx): Promise<void> {
  await tx`
    delete from stripe_events
    where received_at < now() - interval '90 days' and (verdict = 'applied' or reviewed_at is not null)`;
}
