/** The demonstration's accounts (contract 5), shown on the sign-in page and at the start, never on a real site. */
import type { Config } from '~/config';

export const DEMO_PASSWORD = 'aurora50-demo';
export const DEMO_EMAILS = [
  'monique@exemple.fr',
  'gerard@exemple.fr',
  'fatima@exemple.fr',
  'admin@exemple.fr',
] as const;

export function demoAccounts(config: Config): { emails: readonly string[]; password: string } | null {
  return config.demo ? { emails: DEMO_EMAILS, password: DEMO_PASSWORD } : null;
}
