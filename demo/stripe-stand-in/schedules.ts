/** Subscription schedules, as far as this site uses them: from a subscription, two phases, and let go again. */
import type Stripe from 'stripe';
import type { Answering } from './answering';
import { type Given, textIn } from './form';
import { eventOf } from './telling';
import { after, itemIn } from './verbs';
import { clock, found, invalid, newId, type World } from './world';

export const schedules: Readonly<Record<string, Answering>> = {
  'POST /v1/subscription_schedules': ({ world, given }) => planned(world, textIn(given, 'from_subscription') ?? ''),
  'GET /v1/subscription_schedules/:id': ({ world, id }) => found(world.schedules, 'subscription_schedule', id),
  'POST /v1/subscription_schedules/:id': ({ world, given, id }) => changed(world, id, given),
  'POST /v1/subscription_schedules/:id/release': ({ world, id }) => released(world, id),
};

function planned(world: World, id: string): Stripe.SubscriptionSchedule {
  const subscription = found(world.subscriptions, 'subscription', id);
  if (subscription.schedule) throw invalid('You cannot migrate a subscription that is already attached to a schedule.');
  const item = itemIn(subscription);
  const { current_period_start: start, current_period_end: end } = item;
  const schedule = {
    id: newId('sub_sched'),
    object: 'subscription_schedule',
    ...{ application: null, billing_mode: subscription.billing_mode, canceled_at: null, completed_at: null },
    created: clock(world),
    current_phase: { start_date: start, end_date: end },
    ...{ customer: subscription.customer, customer_account: null, default_settings: {}, end_behavior: 'release' },
    ...{ livemode: false, metadata: {}, pause_schedules: [] },
    phases: [phase(item.price.id, start, end)],
    ...{ released_at: null, released_subscription: null, status: 'active', subscription: id, test_clock: null },
  } as unknown as Stripe.SubscriptionSchedule;
  world.schedules.set(schedule.id, schedule);
  subscription.schedule = schedule.id;
  eventOf(world, 'customer.subscription.updated', subscription);
  return schedule;
}

function phase(price: string, start: number, end: number): Stripe.SubscriptionSchedule.Phase {
  return {
    ...{ add_invoice_items: [], application_fee_percent: null, billing_cycle_anchor: null, billing_thresholds: null },
    ...{
      collection_method: null,
      currency: 'eur',
      default_payment_method: null,
      default_tax_rates: [],
      description: null,
    },
    ...{ discounts: [], end_date: end, invoice_settings: null },
    items: [{ billing_thresholds: null, discounts: [], metadata: {}, plan: price, price, quantity: 1, tax_rates: [] }],
    ...{
      metadata: {},
      on_behalf_of: null,
      proration_behavior: 'none',
      start_date: start,
      transfer_data: null,
      trial_end: null,
    },
  } as Stripe.SubscriptionSchedule.Phase;
}

function changed(world: World, id: string, given: Given): Stripe.SubscriptionSchedule {
  const schedule = found(world.schedules, 'subscription_schedule', id);
  if (schedule.status !== 'active') throw invalid('Only schedules in state `active` or `not_started` can be updated.');
  const [now, next] = [
    textIn(given, 'phases', '0', 'items', '0', 'price'),
    textIn(given, 'phases', '1', 'items', '0', 'price'),
  ];
  const end = Number(textIn(given, 'phases', '0', 'end_date'));
  if (!now || !next || !end) throw invalid('Two phases are expected.');
  const start = Number(textIn(given, 'phases', '0', 'start_date'));
  schedule.phases = [phase(now, start, end), phase(next, end, after(end, 'month'))];
  eventOf(
    world,
    'customer.subscription.updated',
    found(world.subscriptions, 'subscription', String(schedule.subscription)),
  );
  return schedule;
}

function released(world: World, id: string): Stripe.SubscriptionSchedule {
  const schedule = found(world.schedules, 'subscription_schedule', id);
  if (schedule.status !== 'active') throw invalid('This schedule was released already.');
  const subscription = found(world.subscriptions, 'subscription', String(schedule.subscription));
  Object.assign(schedule, { status: 'released', released_at: clock(world), released_subscription: subscription.id });
  schedule.subscription = null;
  subscription.schedule = null;
  eventOf(world, 'customer.subscription.updated', subscription);
  return schedule;
}
