/** The mirror follows Stripe, one customer at a time (docs/decisions/040). */
import type { StripeDoor } from '~/billing/stripe/client';
import { customerOfCharge, fetchCustomerState } from '~/billing/stripe/customer-state';
import type { StripeEvent } from '~/billing/stripe/event';
import { mirrorRows } from '~/billing/stripe/mirror-rows';
import type { Database } from '~/db';
import {
  markApplied,
  raiseVersion,
  type Standing,
  standingOf,
  writeInvoices,
  writeSubscriptions,
} from '../queries/mirror';
import { tellNews } from './letters';

export type Payment = { readonly database: Database; readonly stripe: StripeDoor };
export type SyncOptions = {
  /** Which stands behind it; stored with what it changes. */
  readonly event?: StripeEvent;
  /** One short try, for the webhook. */
  readonly once?: boolean;
};
/** `told`: the event was applied before. `unknown`: no customer of ours. */
export type Synced = 'applied' | 'told' | 'unknown';

/** Undoes a transaction whose answer of Stripe is not the newest any more. */
class Overtaken extends Error {}

/** Per customer: what is under way in this process. Whoever comes next asks after it, and finds its event told. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Fetches all that Stripe knows of the customer and writes it, with the letters that follow.
 * @throws AppError unavailable (`stripe_away`, `stripe_key`): nothing is written
 */
export function syncCustomer(payment: Payment, customer: string, options: SyncOptions = {}): Promise<Synced> {
  const before = underWay.get(customer) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(() => rounds(payment, customer, options));
  underWay.set(customer, mine);
  const leave = () => underWay.get(customer) === mine && underWay.delete(customer);
  mine.then(leave, leave);
  return mine;
}

/**
 * At most two questions: whoever wrote the second version after the first that was read here had to read the one between,
 * so Stripe was asked after this call began, and what this call is about is written.
 */
async function rounds(payment: Payment, customer: string, options: SyncOptions): Promise<Synced> {
  const { database } = payment;
  const { event = null } = options;
  let first: number | undefined;
  for (;;) {
    const standing = await database.systemStatement((tx) => standingOf(tx, customer, event?.id ?? null));
    if (!standing) return 'unknown';
    if (standing.isTold) return 'told';
    first ??= standing.version;
    if (standing.version >= first + 2) {
      if (event) await database.systemStatement((tx) => markApplied(tx, customer, event));
      return 'applied';
    }
    if (await apply(payment, customer, standing, options)) return 'applied';
  }
}

/** False: overtaken by another process between question and answer. */
async function apply(
  { database, stripe }: Payment,
  customer: string,
  { version, userId }: Standing,
  { event, once = false }: SyncOptions,
): Promise<boolean> {
  const state = await fetchCustomerState(once ? stripe.askOnce : stripe.ask, customer);
  const rows = mirrorRows(state, stripe.config.prices);
  try {
    await database.asSystem(async (tx) => {
      const isNewest = await raiseVersion(tx, customer, { version, isGone: state.isGone, event: event ?? null });
      if (!isNewest) throw new Overtaken();
      const whose = { customer, userId, livemode: stripe.config.livemode };
      await writeSubscriptions(tx, whose, rows.subscriptions);
      await tellNews(tx, await writeInvoices(tx, whose, rows.invoices));
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

/** Whom an event is about; null: nobody. */
export async function customerOf(stripe: StripeDoor, { about }: StripeEvent): Promise<string | null> {
  if (!about) return null;
  return 'customer' in about ? about.customer : customerOfCharge(stripe.askOnce, about.charge);
}
