/** Points, badges and what was done for them. A member's points are the sum of her journal, so what it lacks is one entry of it. */
import { randomUUID } from 'node:crypto';
import type { DumpRow } from './reading';
import { isFirst, note, short, time, UUID, whole } from './report';
import type { Plan } from './types';

type Cells = DumpRow['row'];

const POINTS_MAX = 1_000_000;
/** Points that one entry of the journal may have. */
const ENTRY_MAX = 10_000;

export function stats(plan: Plan, row: Cells, now: string): string | null {
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!plan.users.has(userId)) return 'sans compte';
  if (plan.play.points.has(userId)) return 'en double';
  const points = whole(row.points, 0, POINTS_MAX);
  if (points === null) return 'points illisibles';
  const at = time(row.updated_at) ?? time(row.created_at) ?? now;
  plan.play.points.set(userId, { points, at });
  if (Number(row.streak_days) > 0) note(plan.report, 'user_stats', 'série de jours recomptée d’après le journal');
  for (let left = points, part = 1; left > 0; left -= ENTRY_MAX, part += 1) {
    plan.play.activities.push({
      ...{
        id: randomUUID(),
        userId,
        type: 'correction',
        source: `ancien-site ${part}`,
        points: Math.min(left, ENTRY_MAX),
      },
      ...{ title: 'Points de l’ancien site', description: null, icon: null, at },
    });
  }
  return null;
}

const RARITIES: Readonly<Record<string, string>> = {
  ...{
    common: 'common',
    uncommon: 'rare',
    rare: 'rare',
    epic: 'precious',
    legendary: 'precious',
    precious: 'precious',
  },
};

export function badge(plan: Plan, row: Cells, now: string): string | null {
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!plan.users.has(userId)) return 'sans compte';
  const known = short(row.badge_id, 60);
  const title = short(row.title, 120);
  if (!known || !title) return 'sans nom';
  if (!isFirst(plan, `badge ${userId} ${known}`)) return 'en double';
  const given = row.id?.toLowerCase() ?? '';
  plan.play.badges.push({
    id: UUID.test(given) && isFirst(plan, `badge ${given}`) ? given : randomUUID(),
    ...{ userId, badge: known, title, description: short(row.description, 300), icon: short(row.icon, 60) },
    ...{ rarity: RARITIES[row.rarity ?? ''] ?? 'common', at: time(row.earned_at) ?? now },
  });
  return null;
}

const TYPES = ['lesson', 'course', 'study', 'message', 'welcome', 'thanks', 'salon', 'founding', 'badge'];

/** Without points: those are in the sum that `user_stats` has. */
export function activity(plan: Plan, row: Cells, now: string): string | null {
  const userId = row.user_id?.toLowerCase() ?? '';
  if (!plan.users.has(userId)) return 'sans compte';
  const title = short(row.title, 300);
  if (!title) return 'sans titre';
  const given = row.id?.toLowerCase() ?? '';
  if (UUID.test(given) && !isFirst(plan, `activity ${given}`)) return 'en double';
  const id = UUID.test(given) ? given : randomUUID();
  const isKnown = TYPES.includes(row.type ?? '');
  if (!isKnown) note(plan.report, 'user_activities', 'gardée sans sa sorte, que ce site ne connaît pas');
  plan.play.activities.push({
    ...{ id, userId, type: isKnown ? (row.type ?? '') : 'correction', source: `ancien ${id}`, points: 0, title },
    ...{ description: short(row.description, 500), icon: short(row.icon, 40), at: time(row.created_at) ?? now },
  });
  return null;
}
