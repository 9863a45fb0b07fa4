/** What is known of a member's plan and payments, as her own pages show it. */
import type { Allowance, Limited, PaidPlan, PlanName } from './plans';

/** The subscription that counts. */
export type Subscription = {
  readonly id: string;
  readonly plan: PaidPlan | null;
  readonly status: string;
  readonly startedAt: Date;
  readonly periodEnd: Date | null;
  readonly cancelAt: Date | null;
  readonly accessUntil: Date | null;
  readonly nextPlan: PaidPlan | null;
  /** Given by the team: nothing is billed, and there is nothing to leave (D19). */
  readonly isGiven: boolean;
};

/** An invoice that is not paid yet. */
export type Owed = { readonly cents: number; readonly url: string | null };

export type Standing = {
  readonly plan: PlanName;
  readonly since: Date | null;
  readonly trialEndsAt: Date | null;
  /** Less what was paid back. */
  readonly paidCents: number;
  readonly subscription: Subscription | null;
  readonly owed: Owed | null;
  /** Of what her plan limits. */
  readonly allowances: readonly (Allowance & { readonly what: Limited })[];
};
