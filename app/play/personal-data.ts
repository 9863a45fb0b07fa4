/** What recognition stores of a person: her acts and what was made of them, her badges and her choices. */
import type { Tx } from '~/db';
import { FIRST_ID, PART_ROWS, type PartRow, type Person, type PersonalData, partRows, rowsIn } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.user_stats', (
        select coalesce(jsonb_agg(to_jsonb(s) - 'rank'), '[]')
        from user_stats s
        where s.user_id = ${id}
      ),
      'public.user_achievements', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select badge_id, title, description, icon, rarity, earned_at
          from user_achievements
          where user_id = ${id}
          order by earned_at, badge_id
        ) r
      ),
      'public.play_choices', (
        select coalesce(jsonb_agg(c), '[]')
        from play_choices c
        where c.user_id = ${id}
      ),
      'public.play_rests', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select from_day, to_day
          from play_rests
          where user_id = ${id}
          order by from_day
        ) r
      ),
      'public.rankings', (
        select coalesce(jsonb_agg(k), '[]')
        from rankings k
        where k.user_id = ${id}
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

async function activities(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const [time, last] = after ? after.split('|') : ['-infinity', FIRST_ID];
  const rows = await tx<{ at: string; data: string }[]>`
    select r.created_at::text || '|' || r.id as at, to_jsonb(r)::text as data
    from (
      select id, type, source, title, description, icon, points, metadata, created_at
      from user_activities
      where user_id = ${id} and (created_at, id) > (${time ?? ''}::text::timestamptz, ${last ?? ''}::uuid)
      order by created_at, id
      limit ${PART_ROWS}
    ) r
    order by r.created_at, r.id`;
  return partRows(rows);
}

export const growing = { 'public.user_activities': activities };

/** Her acts, and what was made of them; her place among others is theirs to be counted anew. */
export async function importFor(tx: Tx, { id }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into user_activities (id, user_id, type, source, points, title, description, icon, metadata, created_at)
    select r.id, ${id}, r.type, r.source, r.points, r.title, r.description, r.icon, r.metadata, r.created_at
    from jsonb_populate_recordset(null::user_activities, ${rowsIn(data, 'public.user_activities')}::text::jsonb) r
    on conflict do nothing`;
  await tx`
    insert into user_stats
      (user_id, points, level, streak_days, total_lessons_completed, total_study_time_minutes, created_at, updated_at)
    select
      ${id}, r.points, r.level, r.streak_days, r.total_lessons_completed, r.total_study_time_minutes, r.created_at,
      r.updated_at
    from jsonb_populate_recordset(null::user_stats, ${rowsIn(data, 'public.user_stats')}::text::jsonb) r
    on conflict do nothing`;
  await tx`
    insert into user_achievements (user_id, badge_id, title, description, icon, rarity, earned_at)
    select ${id}, r.badge_id, r.title, r.description, r.icon, r.rarity, r.earned_at
    from jsonb_populate_recordset(null::user_achievements, ${rowsIn(data, 'public.user_achievements')}::text::jsonb) r
    on conflict do nothing`;
  await tx`
    insert into play_choices (user_id, is_ranked, shows_badges)
    select ${id}, r.is_ranked, r.shows_badges
    from jsonb_populate_recordset(null::play_choices, ${rowsIn(data, 'public.play_choices')}::text::jsonb) r
    on conflict do nothing`;
  await tx`
    insert into play_rests (user_id, from_day, to_day)
    select ${id}, r.from_day, r.to_day
    from jsonb_populate_recordset(null::play_rests, ${rowsIn(data, 'public.play_rests')}::text::jsonb) r
    on conflict do nothing`;
}

/** Nobody is left on the ranking: the next night numbers the others anew. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from rankings
    where user_id = ${id}`;
  await tx`
    delete from play_rests
    where user_id = ${id}`;
  await tx`
    delete from play_choices
    where user_id = ${id}`;
  await tx`
    delete from user_achievements
    where user_id = ${id}`;
  await tx`
    delete from user_stats
    where user_id = ${id}`;
  await tx`
    delete from user_activities
    where user_id = ${id}`;
}
