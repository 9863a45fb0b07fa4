import type { ProviderName } from '~/config/providers';

export type { ProviderName } from '~/config/providers';

/** Names as they are known, not words to be translated. */
export const PROVIDER_LABELS: Readonly<Record<ProviderName, string>> = { google: 'Google', github: 'GitHub' };

export function isProviderName(value: unknown): value is ProviderName {
  return typeof value === 'string' && Object.hasOwn(PROVIDER_LABELS, value);
}
