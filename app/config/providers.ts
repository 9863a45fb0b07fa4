/** The settings of sign-in by other services (A03, A04): a provider is offered where both of its settings are given. */
import { z } from 'zod';

export const PROVIDERS = ['google', 'github'] as const;
export type ProviderName = (typeof PROVIDERS)[number];
export type ProviderConfig = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** A stand-in on this machine, for tests; null: the provider itself. */
  readonly base: string | null;
};
export type ProviderConfigs = Readonly<Partial<Record<ProviderName, ProviderConfig>>>;

const key = z
  .string()
  .regex(/^[\x21-\x7e]{4,300}$/, 'un identifiant sans espace est attendu')
  .optional();

/** The secret travels there: nowhere but to this very machine. */
const base = z
  .string()
  .refine(
    (value) => /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d{1,5})?$/.test(value) && URL.canParse(value),
    'ce réglage ne sert qu’aux essais : une adresse de cette machine, sans chemin, est attendue',
  )
  .optional();

export const providerSettings = {
  GOOGLE_CLIENT_ID: key,
  GOOGLE_CLIENT_SECRET: key,
  GOOGLE_OAUTH_BASE: base,
  GITHUB_CLIENT_ID: key,
  GITHUB_CLIENT_SECRET: key,
  GITHUB_OAUTH_BASE: base,
};
type Given = Readonly<Partial<Record<keyof typeof providerSettings, string>>>;

const settingsOf = (given: Given, name: ProviderName) => {
  const prefix = name.toUpperCase() as Uppercase<ProviderName>;
  return {
    prefix,
    clientId: given[`${prefix}_CLIENT_ID`],
    clientSecret: given[`${prefix}_CLIENT_SECRET`],
    base: given[`${prefix}_OAUTH_BASE`] ?? null,
  };
};

/** Half a provider would be a button that leads nowhere. */
export function providerFaults(given: Given): string[] {
  return PROVIDERS.flatMap((name) => {
    const { prefix, clientId, clientSecret } = settingsOf(given, name);
    if (!clientId === !clientSecret) return [];
    const missing = clientId ? 'SECRET' : 'ID';
    return [`${prefix}_CLIENT_${missing} : ce réglage manque. Donnez les deux, ou aucun.`];
  });
}

export function providerConfigs(given: Given): ProviderConfigs {
  return Object.fromEntries(
    PROVIDERS.flatMap((name) => {
      const { clientId, clientSecret, base } = settingsOf(given, name);
      return clientId && clientSecret ? [[name, { clientId, clientSecret, base }]] : [];
    }),
  );
}
