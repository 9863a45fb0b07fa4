/** What notices store of a person: what she was told and when she read it, and the kinds that she does without. */
import type { Tx } from '~/db';
import { PART_ROWS, type PartRow, type Person, type PersonalData, partRows, rowsIn } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.notice_refusals', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select kind, refused_at
          from notice_refusals
          where user_id = ${id}
          order by kind
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** Without the words of others that a notice leads to. */
async function notices(tx: Tx, { id }: Person, after: string): Promise<readonly PartRow[]> {
  const rows = await tx<{ at: string; data: string }[]>`
    select r.id as at, to_jsonb(r)::text as data
    from (
      select id, kind, salon_name, message_id, said, leads_to, created_at, read_at
      from notices
      where user_id = ${id} and id > ${after || 0}
      order by id
      limit ${PART_ROWS}
    ) r
    order by r.id`;
  return partRows(rows);
}

export const growing = { 'public.notices': notices };

/** The kinds that she does without. What she was told leads to what is not here. */
export async function importFor(tx: Tx, { id }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into notice_refusals (user_id, kind, refused_at)
    select ${id}, r.kind, r.refused_at
    from jsonb_populate_recordset(null::notice_refusals, ${rowsIn(data, 'public.notice_refusals')}::text::jsonb) r
    on conflict do nothing`;
}

/** What others were told of her stays theirs, without her name. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from notices
    where user_id = ${id}`;
  await tx`
    delete from notice_refusals
    where user_id = ${id}`;
  await tx`
    update notices
    set actor_id = null
    where actor_id = ${id}`;
}
