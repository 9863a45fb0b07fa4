/** What the plans are, and what the viewer's plan leaves her. */
import type { Tx } from '~/db';
import type { PlanLimits } from '../../../db/schema';
import type { Allowance, Limited } from '../rules/plans';

export type PlanRow = Readonly<
  Pick<
    PlanLimits,
    | 'plan'
    | 'messagesPerDay'
    | 'profileViewsPerDay'
    | 'salonsOwned'
    | 'salonsJoined'
    | 'paidLessons'
    | 'priceCents'
    | 'billingMonths'
  >
>;

export function planRows(tx: Tx): Promise<PlanRow[]> {
  return tx<PlanRow[]>`
    select
      plan, messages_per_day, profile_views_per_day, salons_owned, salons_joined, paid_lessons, price_cents,
      billing_months
    from plan_limits`;
}

/** The viewer's own; null where her plan has no limit. */
export async function allowanceFor(tx: Tx, what: Limited): Promise<Allowance | null> {
  const [found] = await tx<Allowance[]>`
    select used, allowed
    from my_allowance(${what})
    where allowed is not null`;
  return found ?? null;
}
