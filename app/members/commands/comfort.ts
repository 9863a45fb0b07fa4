import type { Theme } from '~/auth/rules/viewer';
import type { Database } from '~/db';
import * as queries from '../queries/comfort';

/** Text size and theme on the account (U03), so that they follow to every device. */
export async function rememberComfort(
  database: Database,
  userId: string,
  textSize: number,
  theme: Theme | null,
): Promise<void> {
  await database.systemStatement((tx) => queries.savedComfort(tx, userId, textSize, theme));
}
