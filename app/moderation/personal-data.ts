/** What reports and decisions store of a person: what she reported, and what was decided about her. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** Who has reported her is theirs to say; words of others that she reported are theirs. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.reports', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select reported_id, nature, reason, message_id, created_at
          from reports
          where reporter_id = ${id}
          order by created_at
        ) r
      ),
      'public.moderation_decisions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select id, salon_name, outcome, rule, reason, ends_at, created_at, appeal, appealed_at, answer, answered_at, upheld
          from moderation_decisions
          where subject_id = ${id} and outcome <> 'none'
          order by id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** What she reported is still to be read by somebody, without her name. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from reports
    where reported_id = ${id}`;
  await tx`
    update reports
    set reporter_id = null
    where reporter_id = ${id}`;
  await tx`
    delete from moderation_decisions
    where subject_id = ${id}`;
  await tx`
    update moderation_decisions
    set decided_by = null
    where decided_by = ${id}`;
}
