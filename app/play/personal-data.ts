/** What recognition stores of a person: her acts and what was made of them, her badges and her choices. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.user_activities', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select type, title, description, points, metadata, created_at
          from user_activities
          where user_id = ${id}
          order by created_at, id
        ) r
      ),
      'public.user_stats', (
        select coalesce(jsonb_agg(s), '[]')
        from user_stats s
        where s.user_id = ${id}
      ),
      'public.user_achievements', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select badge_id, title, description, rarity, earned_at
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
