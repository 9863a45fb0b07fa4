/** Which site this is (O09): the one that members use, a copy to try things out, or somebody's own machine. */
import { z } from 'zod';

export const ENVIRONMENTS = ['production', 'staging', 'development'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export const environmentSettings = {
  ENVIRONMENT: z.enum(ENVIRONMENTS, 'production, staging ou development est attendu').optional(),
};

/** Not said: what nobody but this machine reaches is a development; whatever others reach is the real site. */
export function environmentOf(
  env: { readonly ENVIRONMENT?: string | undefined },
  isOnThisMachineAlone: boolean,
): Environment {
  const said = ENVIRONMENTS.find((each) => each === env.ENVIRONMENT);
  return said ?? (isOnThisMachineAlone ? 'development' : 'production');
}
