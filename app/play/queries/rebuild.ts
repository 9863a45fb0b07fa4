/** `npm run play:rebuild`: stored figures against what they have to be. As the system role. */
import type { Tx } from '~/db';
import { THRESHOLDS } from '../rules/points';

/** @returns how many rows were not what they had to be, and are now */
export async function rebuildStats(tx: Tx): Promise<number> {
  const [found] = await tx<{ differed: number }[]>`
    select count(*) filter (where refresh_stats(u.id, ${THRESHOLDS as number[]}))::int as differed
    from (
      select user_id as id
      from user_activities
      union
      select user_id
      from user_lesson_progress
      union
      select user_id
      from user_stats
    ) u`;
  return found?.differed ?? 0;
}

export async function refreshStats(tx: Tx, userId: string): Promise<void> {
  await tx`
    select refresh_stats(${userId}, ${THRESHOLDS as number[]})`;
}
