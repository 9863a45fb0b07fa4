/** P01: which wording somebody has agreed to. A changed sentence on the sign-up page is a new version. */
export const ACCOUNT_CONSENT = { purpose: 'compte', version: '2026-11' } as const;
