/** What a member sees of her own acts: points, streak, badges, journal. With her own rights. */
import type { Tx } from '~/db';
import type { UserAchievements, UserActivities } from '../../../db/schema';
import type { JournalFilter } from '../rules/journal';

export type Stats = {
  readonly points: number;
  readonly days: number;
  readonly jokers: number;
  readonly restsSince: string | null;
};

/** D71, D72. One statement. */
export async function myStats(tx: Tx, viewerId: string): Promise<Stats> {
  const [found] = await tx<Stats[]>`
    select
      coalesce((select points from user_stats where user_id = ${viewerId}), 0) as points,
      coalesce(s.days, 0) as days, coalesce(s.jokers, 0) as jokers,
      (
        select from_day::text
        from play_rests
        where user_id = ${viewerId} and to_day is null
      ) as rests_since
    from my_streak() s`;
  return found ?? { points: 0, days: 0, jokers: 0, restsSince: null };
}

export type Earned = Readonly<Pick<UserAchievements, 'badgeId' | 'title' | 'earnedAt'>>;

export function myBadges(tx: Tx, viewerId: string): Promise<Earned[]> {
  return tx<Earned[]>`
    select badge_id, title, earned_at
    from user_achievements
    where user_id = ${viewerId}
    order by earned_at, badge_id`;
}

export type JournalLine = Readonly<Pick<UserActivities, 'id' | 'type' | 'title' | 'icon' | 'points' | 'createdAt'>>;

/** D76: the newest first. One more than a page holds tells that there is a next one. */
export function journalOf(
  tx: Tx,
  viewerId: string,
  { kinds, after }: JournalFilter,
  most: number,
): Promise<JournalLine[]> {
  return tx<JournalLine[]>`
    select id, type, title, icon, points, created_at
    from user_activities
    where user_id = ${viewerId}
      and (cardinality(${kinds as string[]}::text[]) = 0 or type = any(${kinds as string[]}::text[]))
      and (${after}::uuid is null or (created_at, id) < (
        select a.created_at, a.id
        from user_activities a
        where a.id = ${after} and a.user_id = ${viewerId}
      ))
    order by created_at desc, id desc
    limit ${most}`;
}
