/** What gives and shows badges (D75, R26). */
import type { Tx } from '~/db';
import type { UserAchievements } from '../../../db/schema';
import type { Badge } from '../rules/badges';

type NewBadge = Pick<Badge, 'id' | 'title' | 'description' | 'rarity' | 'family'>;

/** As the system role. Of two processes at once one gives it. @returns the ids of those that are new */
export async function insertBadges(tx: Tx, userId: string, badges: readonly NewBadge[]): Promise<readonly string[]> {
  const rows = JSON.stringify(badges);
  const given = await tx<{ badgeId: string }[]>`
    insert into user_achievements (user_id, badge_id, title, description, icon, rarity)
    select ${userId}, b.id, b.title, b.description, b.family, b.rarity
    from jsonb_to_recordset(${rows}::text::jsonb) b (id text, title text, description text, family text, rarity text)
    on conflict on constraint user_achievements_once do nothing
    returning badge_id`;
  await tx`
    insert into user_activities (user_id, type, source, title, icon)
    select a.user_id, 'badge', a.badge_id, 'Badge obtenu : « ' || a.title || ' »', 'check'
    from user_achievements a
    where a.user_id = ${userId} and a.badge_id = any(${given.map(({ badgeId }) => badgeId)}::text[])
    on conflict on constraint user_activities_once do nothing`;
  return given.map(({ badgeId }) => badgeId);
}

export type ShownBadge = Readonly<Pick<UserAchievements, 'badgeId' | 'title'>>;

/** Empty where she has not chosen to show them, or the asker may not see her. */
export function badgesShown(tx: Tx, memberId: string): Promise<ShownBadge[]> {
  return tx<ShownBadge[]>`
    select badge_id, title
    from badges_shown(${memberId})`;
}
