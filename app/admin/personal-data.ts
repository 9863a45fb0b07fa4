/** What the journal of the team's looks stores of a person (U17). */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** What was looked at of hers, and what she did herself as one of the team; never whom it was by or about. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.audit_log', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select at, action, actor_role as by_role, case when subject_id = ${id} then 'about me' else 'by me' end as place
          from audit_log
          where subject_id = ${id} or actor_id = ${id}
          order by id
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/**
 * Nothing to do: no role may change or remove a line (migration 017), so that no look can be hidden. The lines about her
 * go with her account, and her id leaves the lines that she caused, by the foreign keys.
 */
export async function eraseFor(_tx: Tx, _person: Person): Promise<void> {}
