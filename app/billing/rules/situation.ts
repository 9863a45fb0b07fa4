/** Where a member stands with her plan: what « Mon abonnement » has to say. Pure. */
import { isWithdrawable } from './leaving';
import type { PaidPlan, Plans } from './plans';
import type { Owed, Standing } from './standing';

export type Situation =
  | { readonly is: 'stranger' }
  /** Who works for the site pays nothing and is counted by nothing. */
  | { readonly is: 'team' }
  | { readonly is: 'free'; readonly mayTry: boolean }
  | { readonly is: 'trial'; readonly endsAt: Date; readonly daysLeft: number }
  | { readonly is: 'given'; readonly plan: PaidPlan; readonly since: Date }
  | (Paying & {
      readonly is: 'paid';
      readonly nextAt: Date | null;
      readonly nextCents: number;
      readonly nextPlan: PaidPlan;
    })
  | (Paying & { readonly is: 'ending'; readonly until: Date })
  /** The last payment failed. `keptUntil`: fourteen days of grace (S08); null: they are over. */
  | (Paying & { readonly is: 'late'; readonly keptUntil: Date | null; readonly owed: Owed | null });
type Paying = { readonly plan: PaidPlan; readonly since: Date; readonly mayWithdraw: boolean };

const DAY = 86_400_000; // ms

export type Asking = {
  readonly now: Date;
  readonly trialDays: number;
  readonly plans: Plans;
  readonly isTeam: boolean;
};

export function situationOf(standing: Standing, { now, trialDays, plans, isTeam }: Asking): Situation {
  const { subscription, trialEndsAt, owed } = standing;
  if (!subscription?.plan) {
    if (isTeam) return { is: 'team' };
    if (trialEndsAt && trialEndsAt > now)
      return { is: 'trial', endsAt: trialEndsAt, daysLeft: daysUntil(trialEndsAt, now) };
    return { is: 'free', mayTry: trialDays > 0 && trialEndsAt === null };
  }
  const { plan, startedAt, status, cancelAt, accessUntil, periodEnd, isGiven } = subscription;
  if (isGiven) return { is: 'given', plan, since: startedAt };
  const paying = { plan, since: startedAt, mayWithdraw: isWithdrawable(startedAt, now) };
  if (status === 'past_due' || status === 'unpaid' || status === 'paused') {
    const keptUntil = status === 'past_due' && accessUntil && accessUntil > now ? accessUntil : null;
    return { is: 'late', ...paying, keptUntil, owed };
  }
  if (cancelAt) return { is: 'ending', ...paying, until: cancelAt };
  const nextPlan = subscription.nextPlan ?? plan;
  return { is: 'paid', ...paying, nextAt: periodEnd, nextCents: plans[nextPlan].priceCents, nextPlan };
}

/** Days that have begun count as whole: on the first day all of them are left. */
export function daysUntil(end: Date, now: Date): number {
  return Math.max(0, Math.ceil((end.getTime() - now.getTime()) / DAY));
}

/** Whether there is something to leave: a contract that Stripe bills again. */
export const isBilled = ({ is }: Situation): boolean => is === 'paid' || is === 'late';
