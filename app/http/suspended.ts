import type { Place } from '~/urls';

/** What a session of a suspended account still opens; whoever pays may leave (G35), and her data stay hers (P02, P03). */
export const OF_SUSPENDED: readonly (Place | null)[] = [
  ...([
    'suspension',
    'decision',
    'signOut',
    'comfort',
    'help',
    'houseRules',
    'privacy',
    'terms',
    'legal',
    'accessibility',
    'plans',
    'invoices',
    'cancelPlan',
    'withdrawPlan',
    'proof',
    'proofCode',
    'myData',
    'looks',
    'consents',
    'dataCopy',
    'exportFile',
    'erasure',
    'keepAccount',
    'erasureReceipt',
    'erasureReceiptJson',
  ] as const),
];
