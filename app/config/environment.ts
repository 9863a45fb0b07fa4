/** Which site this is (O09): the one that members use, a copy to try things out, or somebody's own machine. */
import { z } from 'zod';

export const ENVIRONMENTS = ['production', 'staging', 'development'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export const environmentSettings = {
  ENVIRONMENT: z.enum(ENVIRONMENTS, 'production, staging ou development est attendu').optional(),
};

/** O09: no real money outside production. @param given as they stand in the environment */
export function environmentFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const isTrial = given.ENVIRONMENT === 'staging' || given.ENVIRONMENT === 'development';
  if (!isTrial || !/^(sk|rk)_live_/.test(given.STRIPE_SECRET_KEY ?? '')) return [];
  return ['STRIPE_SECRET_KEY : une clé réelle ne sert qu’en production (ENVIRONMENT).'];
}

/** Not said: what nobody but this machine reaches is a development; whatever others reach is the real site. */
export function environmentOf(
  env: { readonly ENVIRONMENT?: string | undefined },
  isOnThisMachineAlone: boolean,
): Environment {
  const said = ENVIRONMENTS.find((each) => each === env.ENVIRONMENT);
  return said ?? (isOnThisMachineAlone ? 'development' : 'production');
}
