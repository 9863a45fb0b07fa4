/** Whom the site writes to about itself. */
import type { Config } from '~/config';
import type { Tx } from '~/db';
import { adminIds } from '~/members/queries/roles';

export async function operators(tx: Tx, { operating }: Config): Promise<({ userId: string } | { email: string })[]> {
  if (operating.alertEmail) return [{ email: operating.alertEmail }];
  return (await adminIds(tx)).map((userId) => ({ userId }));
}
