/** W03: an event of Stripe, signed, in any order and any number of times. */
import { isKnownType, parseEvent, type StripeEvent } from '~/billing/stripe/event';
import { AppError } from '~/errors';
import { keepForReview, queueSync, type ReviewReason } from '../queries/events';
import { customerOf, type Payment, syncCustomer } from './sync';

/** Bytes. Stripe's largest are some hundred kilobytes. */
export const EVENT_MAX = 1024 * 1024;
/** Stripe is answered within two seconds, whatever else happens (ms). */
const ANSWER_WITHIN = 1_800;
/** Characters of an event that are kept for the team. */
const KEPT = 20_000;

export type Taken = 'applied' | 'told' | 'kept' | 'other mode' | 'unsigned';

type Told = { readonly body: Buffer; readonly signature: string | null };

/**
 * @throws AppError unavailable: nothing is stored, and Stripe tells it again. A job follows Stripe's state meanwhile.
 */
export async function takeStripeEvent(payment: Payment, { body, signature }: Told): Promise<Taken> {
  const { stripe } = payment;
  if (!signature || !(await stripe.isSigned(body, signature))) return 'unsigned';
  const event = parseEvent(body);
  if (!event) return 'unsigned';
  if (event.livemode !== stripe.config.livemode) return 'other mode';
  const keep = (reason: ReviewReason) => kept(payment, event, reason, body);
  if (!isKnownType(event.type)) return keep('unknown_type');
  if (!event.about) return keep('no_customer');
  return soon(payment, event, keep);
}

/** Applied, or left to a job and told again. */
async function soon(
  payment: Payment,
  event: StripeEvent,
  keep: (reason: ReviewReason) => Promise<Taken>,
): Promise<Taken> {
  let late: NodeJS.Timeout | undefined;
  const inTime = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new AppError('unavailable', 'stripe_slow', 30)), ANSWER_WITHIN);
  });
  const work = applied(payment, event);
  // It may still end after its time, and changes what it found.
  work.catch(() => {});
  try {
    const taken = await Promise.race([work, inTime]);
    return taken === 'unknown' ? await keep('unknown_customer') : taken;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    await leaveJob(payment, event);
    throw error;
  } finally {
    clearTimeout(late);
  }
}

async function applied(payment: Payment, event: StripeEvent) {
  const customer = await customerOf(payment.stripe, event);
  if (!customer) return 'unknown' as const;
  return syncCustomer(payment, customer, { event, once: true });
}

async function kept({ database }: Payment, event: StripeEvent, reason: ReviewReason, body: Buffer): Promise<Taken> {
  // PostgreSQL stores no NUL.
  const text = body.toString('utf8').replaceAll('\0', '').slice(0, KEPT);
  await database.systemStatement((tx) => keepForReview(tx, event, reason, text));
  return 'kept';
}

/** Of a charge's event the customer is not known yet: Stripe is what did not answer. It is told again. */
async function leaveJob({ database }: Payment, { about }: StripeEvent): Promise<void> {
  if (about && 'customer' in about) await database.systemStatement((tx) => queueSync(tx, about.customer));
}
