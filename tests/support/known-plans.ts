/** « Mon abonnement » in the states that look different, without Stripe: the mirror says what it would. */
import { randomBytes } from 'node:crypto';
import { href } from '~/urls';
import type { Cast, Member } from './cast';
import type { Furnishing, Part } from './known-page';

type Paying = {
  readonly plan?: 'premium' | 'annuel';
  readonly status?: string;
  /** Days from now. */
  readonly started?: number;
  readonly ends?: number;
  readonly cancel?: number;
  readonly late?: number;
};

const DAY = 86_400_000; // ms
const inDays = (days: number | undefined) => (days === undefined ? null : new Date(Date.now() + days * DAY));

/** A subscription as the mirror has it, with its first invoice. @returns the subscription's id */
export async function subscribed(cast: Cast, member: Member, paying: Paying = {}): Promise<string> {
  const { plan = 'premium', status = 'active', started = -40, ends = 20, cancel, late } = paying;
  const sign = randomBytes(6).toString('hex');
  await cast.plan(member, 'freemium');
  await cast.sql`
    insert into stripe_customers (id, user_id, livemode) values (${`cus_${sign}`}, ${member.id}, false)`;
  await cast.sql`
    insert into subscriptions (id, user_id, customer_id, plan, status, started_at, current_period_end, cancel_at, past_due_since)
    values (${`sub_${sign}`}, ${member.id}, ${`cus_${sign}`}, ${plan}, ${status}, ${inDays(started)}, ${inDays(ends)},
      ${inDays(cancel)}, ${inDays(late)})`;
  const cents = plan === 'premium' ? 4_700 : 47_000;
  await cast.sql`
    insert into invoices (id, customer_id, user_id, subscription_id, livemode, number, status, currency, total_cents,
      paid_cents, plan, period_start, period_end, payment_intent_id, hosted_url, created_at)
    values (${`in_${sign}`}, ${`cus_${sign}`}, ${member.id}, ${`sub_${sign}`}, false, ${`A50-${sign}-0001`}, 'paid',
      'eur', ${cents}, ${cents}, ${plan}, ${inDays(started)}, ${inDays(ends)}, ${`pi_${sign}`},
      ${`https://invoice.stripe.com/i/${sign}`}, ${inDays(started)})`;
  return `sub_${sign}`;
}

/** An invoice that the bank has refused. */
export async function owes(cast: Cast, member: Member): Promise<void> {
  await cast.sql`
    insert into invoices (id, customer_id, user_id, livemode, status, currency, total_cents, paid_cents, hosted_url, created_at)
    select 'in_open_' || c.id, c.id, ${member.id}, false, 'open', 'eur', 4700, 0, 'https://invoice.stripe.com/i/open', now()
    from stripe_customers c
    where c.user_id = ${member.id}`;
}

/** @returns with the members whose pages they are */
export async function planPages({ cast }: Furnishing) {
  const people = {
    free: await cast.member('Rosalie Petit', { plan: 'freemium' }),
    trying: await cast.member('Solange Petit', { plan: 'freemium' }),
    paying: await cast.member('Fernande Roche', { plan: 'freemium' }),
    leaving: await cast.member('Lucette Roche', { plan: 'freemium' }),
    late: await cast.member('Paulette Roche', { plan: 'freemium' }),
    fresh: await cast.member('Yvette Roche', { plan: 'freemium' }),
  };
  await cast.sql`
    insert into trials (address_hash, user_id, ends_at)
    values (${randomBytes(32).toString('base64url')}, ${people.trying.id}, now() + interval '12 days')`;
  await subscribed(cast, people.paying, { plan: 'annuel', ends: 320 });
  await subscribed(cast, people.leaving, { cancel: 20 });
  await subscribed(cast, people.late, { status: 'past_due', late: -2 });
  await owes(cast, people.late);
  await subscribed(cast, people.fresh, { started: -2, ends: 28 });
  const states: Part['states'] = [
    { name: 'plan, free', who: 'free', path: href('plans'), status: 200 },
    { name: 'plan, trial', who: 'trying', path: href('plans'), status: 200 },
    { name: 'plan, paid', who: 'paying', path: href('plans'), status: 200 },
    { name: 'plan, ending', who: 'leaving', path: href('plans'), status: 200 },
    { name: 'plan, late', who: 'late', path: href('plans'), status: 200 },
    { name: 'invoices, some', who: 'paying', path: href('invoices'), status: 200 },
    { name: 'leave, sure', who: 'paying', path: href('cancelPlan'), status: 200 },
    { name: 'withdraw', who: 'fresh', path: href('withdrawPlan'), status: 200 },
  ];
  return { people, states };
}
