/** S01, S02. */
const NAMES = { premium: 'Premium', annuel: 'Annuel' } as const;

export const planName = (plan: keyof typeof NAMES): string => NAMES[plan];
