/** The clock, turned forward: what falls due on the way happens in its order. */
import type Stripe from 'stripe';
import { dropPending, end, itemIn, payOpenInvoice, renew } from './verbs';
import { clock, type World } from './world';

const LIVE = ['active', 'trialing', 'past_due'];
/** Stripe's usual setting: three tries in two weeks, then the subscription ends. */
const GIVES_UP_AFTER = 21 * 86_400; // seconds

type Due = { readonly at: number; readonly run: () => void };

/** @param seconds forward; an hour, a month, a year */
export function turnClock(world: World, seconds: number): void {
  const goal = clock(world) + seconds;
  for (let next = nextDue(world, goal); next; next = nextDue(world, goal)) {
    world.ahead += Math.max(0, next.at - clock(world));
    next.run();
  }
  world.ahead += Math.max(0, goal - clock(world));
}

function nextDue(world: World, goal: number): Due | null {
  const dues = [...world.subscriptions.values()]
    .filter(({ status }) => LIVE.includes(status))
    .flatMap((each) => dueOf(world, each));
  const [first] = dues.filter(({ at }) => at <= goal).sort((a, b) => a.at - b.at);
  return first ?? null;
}

function dueOf(world: World, subscription: Stripe.Subscription): Due[] {
  const { current_period_end: at } = itemIn(subscription);
  const expires = subscription.pending_update?.expires_at;
  if (expires) return [{ at: Math.min(expires, at), run: () => dropPending(world, subscription) }];
  const open = world.invoices.get(String(subscription.latest_invoice));
  if (subscription.status !== 'past_due' || !open) return [{ at, run: () => renew(world, subscription) }];
  const givesUp = open.created + GIVES_UP_AFTER;
  const tries = open.next_payment_attempt ?? givesUp;
  if (tries < givesUp) return [{ at: tries, run: () => void payOpenInvoice(world, open) }];
  return [{ at: givesUp, run: () => end(world, subscription, 'payment_failed') }];
}
