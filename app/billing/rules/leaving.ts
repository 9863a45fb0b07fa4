/** What the law says of leaving, and how a receipt names it. Pure. */

/** Code de la consommation, L221-18. */
export const WITHDRAWAL_DAYS = 14;
/** S08: how long a payment may be late; counted by date_subscription(). */
export const GRACE_DAYS = 14;
const DAY = 86_400_000; // ms

export const withdrawableUntil = (startedAt: Date): Date => new Date(startedAt.getTime() + WITHDRAWAL_DAYS * DAY);

export const isWithdrawable = (startedAt: Date, now: Date): boolean => now < withdrawableUntil(startedAt);

/** What a member may quote: the end of Stripe's id, which says nothing else. */
export const referenceOf = (subscriptionId: string): string => `R-${subscriptionId.slice(-8).toUpperCase()}`;
