/** D74, G28: the ranking of who takes part. */
import type { Tx } from '~/db';

/** As the system role, in a job: two days ago counts as this week, eight days ago does not. */
export async function computeRankings(tx: Tx): Promise<void> {
  await tx`
    delete from rankings r
    where not exists (select from play_choices c where c.user_id = r.user_id and c.is_ranked)`;
  await tx`
    insert into rankings (user_id, rank, points, week_rank, week_points, computed_at)
    select
      n.user_id, rank() over (order by n.points desc), n.points, rank() over (order by n.week_points desc),
      n.week_points, now()
    from (
      select c.user_id, coalesce(s.points, 0) as points, coalesce(w.points, 0) as week_points
      from play_choices c
      left join user_stats s on s.user_id = c.user_id
      left join (
        select a.user_id, greatest(0, sum(a.points)) as points
        from user_activities a
        where a.day > (now() at time zone 'Europe/Paris')::date - 7
        group by a.user_id
      ) w on w.user_id = c.user_id
      where c.is_ranked
    ) n
    on conflict (user_id) do update
    set
      rank = excluded.rank, points = excluded.points, week_rank = excluded.week_rank,
      week_points = excluded.week_points, computed_at = excluded.computed_at`;
  await tx`
    update user_stats s
    set rank = n.rank
    from user_stats o
    left join rankings n on n.user_id = o.user_id
    where o.user_id = s.user_id and s.rank is distinct from n.rank`;
}

export async function leaveRanking(tx: Tx, userId: string): Promise<void> {
  await tx`
    delete from rankings
    where user_id = ${userId}`;
  await tx`
    update user_stats
    set rank = null
    where user_id = ${userId}`;
}

export type Ranked = {
  readonly id: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly place: number;
  readonly points: number;
  readonly computedAt: Date;
};

/** @param salonId one of the asker's: its members alone, numbered among themselves */
export function rankingOf(tx: Tx, isOfWeek: boolean, salonId: string | null, most: number): Promise<Ranked[]> {
  return tx<Ranked[]>`
    select id, name, avatar_url, place, points, computed_at
    from ranking_shown(${isOfWeek}, ${salonId}, ${most})
    order by place, name, id`;
}
