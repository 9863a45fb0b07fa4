/** Every night the mirror is compared with Stripe: events may have been lost on either side. */
import { subscriptionRow } from '~/billing/stripe/mirror-rows';
import { changedSince, type LiveSubscription, liveSubscriptions } from '~/billing/stripe/whole-account';
import { enqueue } from '~/mailer';
import { fullDay } from '~/ui/format';
import { href } from '~/urls';
import { queueSync } from '../queries/events';
import { type Compared, insertFindings, liveMirror } from '../queries/findings';
import { type Renewal, renewalsToRemindOf } from '../queries/subscriptions';
import { type PaidPlan, PLAN_NAMES } from '../rules/plans';
import type { Payment } from './sync';

/** Longer than the night before, in case it failed (ms). */
const LOOKS_BACK = 50 * 3_600_000;

/**
 * Compares every subscription that Stripe bills with the mirror, both ways, and leaves a job for each customer that differs
 * or for whom something was billed, paid back or disputed of late.
 * @throws AppError unavailable: the queue tries it again
 */
export async function reconcile({ database, stripe }: Payment, now = new Date()): Promise<number> {
  const there = (await liveSubscriptions(stripe.ask)).map((each) => compared(each, stripe.config.prices));
  const rows = await database.asSystem((tx) => liveMirror(tx, stripe.config.livemode));
  const here = rows.map((each) => ({ customerId: each.customerId, subscriptionId: each.id, words: wordsOf(each) }));
  const differing = differencesBetween(here, there);
  const since = new Date(now.getTime() - LOOKS_BACK);
  const customers = new Set([
    ...differing.map(({ customerId }) => customerId),
    ...(await changedSince(stripe.ask, since)),
  ]);
  await database.asSystem(async (tx) => {
    await insertFindings(tx, differing);
    for (const customer of customers) await queueSync(tx, customer);
  });
  return differing.length;
}

function compared(given: LiveSubscription, prices: Parameters<typeof subscriptionRow>[2]): Compared {
  const row = subscriptionRow(given, [], prices);
  const date = (text: string | null) => (text ? new Date(text) : null);
  return {
    customerId: typeof given.customer === 'string' ? given.customer : given.customer.id,
    subscriptionId: row.id,
    words: wordsOf({ ...row, currentPeriodEnd: date(row.current_period_end), cancelAt: date(row.cancel_at) }),
  };
}

type Facts = {
  readonly plan: PaidPlan | null;
  readonly status: string;
  readonly currentPeriodEnd: Date | null;
  readonly cancelAt: Date | null;
};

/** What must be the same on both sides: plan, state, next date, planned end. */
function wordsOf({ plan, status, currentPeriodEnd, cancelAt }: Facts): string {
  const until = currentPeriodEnd ? ` jusqu’au ${fullDay(currentPeriodEnd)}` : '';
  const ends = cancelAt ? `, fin le ${fullDay(cancelAt)}` : '';
  return `${plan ? PLAN_NAMES[plan] : 'tarif inconnu'}, ${STATES[status] ?? status}${until}${ends}`;
}

const STATES: Readonly<Record<string, string>> = {
  active: 'en cours',
  trialing: 'à l’essai',
  past_due: 'en retard de paiement',
  unpaid: 'impayé',
  paused: 'en pause',
  incomplete: 'premier paiement attendu',
};

export type Difference = Omit<Compared, 'words'> & {
  readonly mirrorSays: string | null;
  readonly stripeSays: string | null;
};

/** Of one side alone, or not the same on both. Pure. */
export function differencesBetween(here: readonly Compared[], there: readonly Compared[]): readonly Difference[] {
  const ours = new Map(here.map((each) => [each.subscriptionId, each]));
  const theirs = new Map(there.map((each) => [each.subscriptionId, each]));
  return [...new Map([...ours, ...theirs]).values()].flatMap(({ customerId, subscriptionId }) => {
    const mirrorSays = ours.get(subscriptionId)?.words ?? null;
    const stripeSays = theirs.get(subscriptionId)?.words ?? null;
    return mirrorSays === stripeSays ? [] : [{ customerId, subscriptionId, mirrorSays, stripeSays }];
  });
}

/** M05: once for each year, however often the night comes. */
export async function remindOfRenewals({ database }: Pick<Payment, 'database'>): Promise<void> {
  await database.asSystem(async (tx) => {
    for (const renewal of await renewalsToRemindOf(tx)) await enqueue(tx, reminderOf(renewal));
  });
}

function reminderOf({ id, userId, name, cents, at }: Renewal) {
  const props = { name, cents, at: at.toISOString(), path: href('plans') };
  return {
    template: 'renewalReminder',
    to: { userId },
    key: `renewalReminder:${id}:${at.toISOString()}`,
    props,
  } as const;
}
