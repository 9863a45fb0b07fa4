/** Acts, badges, and what the acts come to. */
import { levelAt, THRESHOLDS } from '~/play/rules/points';
import type { Plan } from '../types';
import { inParts, type Tx } from './parts';

export async function writePlay(tx: Tx, plan: Plan): Promise<void> {
  const { activities, badges } = plan.play;
  await inParts(
    tx,
    activities,
    (rows) => tx`
      insert into public.user_activities (id, user_id, type, source, points, title, description, icon, created_at)
      select id, "userId", type, source, points, title, description, icon, at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "userId" uuid, type text, source text, points integer, title text, description text, icon text,
        at timestamptz
      )`,
  );
  await inParts(
    tx,
    badges,
    (rows) => tx`
      insert into public.user_achievements (id, user_id, badge_id, title, description, icon, rarity, earned_at)
      select id, "userId", badge, title, description, icon, rarity, at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, "userId" uuid, badge text, title text, description text, icon text, rarity text, at timestamptz
      )`,
  );
  await inParts(
    tx,
    figuresOf(plan),
    (rows) => tx`
      insert into public.user_stats
        (user_id, points, level, total_lessons_completed, total_study_time_minutes, updated_at)
      select "userId", points, level, lessons, minutes, at
      from jsonb_to_recordset(${rows}) as r (
        "userId" uuid, points integer, level integer, lessons integer, minutes integer, at timestamptz
      )`,
  );
  // A series of days is read from the journal: theirs alone who have days in it.
  const days = activities.filter(({ type }) => ['lesson', 'study', 'message'].includes(type));
  await inParts(
    tx,
    [...new Set(days.map(({ userId }) => userId))].map((id) => ({ id })),
    (rows) => tx`
      select count(public.refresh_stats(r.id, ${THRESHOLDS as number[]}))
      from jsonb_to_recordset(${rows}) as r (id uuid)`,
  );
}

/** As `stats_of` counts them. */
function figuresOf({ learning, play }: Plan) {
  const studied = new Map<string, { lessons: number; seconds: number }>();
  for (const { userId, status, seconds } of learning.progress.values()) {
    const before = studied.get(userId) ?? { lessons: 0, seconds: 0 };
    const lessons = before.lessons + (status === 'completed' ? 1 : 0);
    studied.set(userId, { lessons, seconds: before.seconds + seconds });
  }
  return [...play.points].map(([userId, { points, at }]) => {
    const { lessons = 0, seconds = 0 } = studied.get(userId) ?? {};
    return { userId, points, level: levelAt(points).number, lessons, minutes: Math.floor(seconds / 60), at };
  });
}
