/** What the mirror says, for jobs and the team. */
import type { Tx } from '~/db';
import type { Subscriptions } from '../../../db/schema';

/** Stripe bills them, or will: anything that has not ended. */
export function liveSubscriptionsOf(tx: Tx, userId: string): Promise<Pick<Subscriptions, 'id'>[]> {
  return tx<Pick<Subscriptions, 'id'>[]>`
    select id
    from subscriptions
    where user_id = ${userId} and customer_id is not null and ended_at is null and status <> 'incomplete_expired'
    order by started_at, id`;
}

/** What ends at a known time writes no row when the time comes (docs/decisions/040). */
export async function endPlans(tx: Tx): Promise<void> {
  await tx`
    select follow_payment(s.user_id)
    from subscriptions s
    join profiles p on p.id = s.user_id
    where s.access_until <= now() and p.subscription_type <> 'freemium'
    group by s.user_id`;
}

export type Renewal = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  /** Of what begins then. */
  readonly cents: number;
  readonly at: Date;
};

/**
 * Paid years that begin again within six weeks, as they stand: Code de la consommation, L215-1, asks for a reminder between
 * three months and one month before.
 */
export function renewalsToRemindOf(tx: Tx): Promise<Renewal[]> {
  return tx<Renewal[]>`
    select s.id, s.user_id, coalesce(p.full_name, '') as name, l.price_cents as cents, s.current_period_end as at
    from subscriptions s
    join profiles p on p.id = s.user_id
    join plan_limits l on l.plan = coalesce(s.next_plan, s.plan)
    where s.plan = 'annuel'
      and s.status = 'active'
      and s.cancel_at is null
      and s.current_period_end between now() + interval '31 days' and now() + interval '42 days'`;
}
