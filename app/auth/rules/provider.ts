import type { ProviderName } from '~/config/providers';

export type { ProviderName } from '~/config/providers';

/** How long the way to the provider and back may take. */
export const TRIP_MINUTES = 10;

/** Names as they are known, not words to be translated. */
export const PROVIDER_LABELS: Readonly<Record<ProviderName, string>> = { google: 'Google', github: 'GitHub' };

export function isProviderName(value: unknown): value is ProviderName {
  return typeof value === 'string' && Object.hasOwn(PROVIDER_LABELS, value);
}
