/** What pictures store of a person: that she has sent them. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.pictures', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select p.*
          from pictures p
          where p.user_id = ${id}
          order by p.created_at
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** Pictures without a sender that nobody shows are removed, files and rows, by the next sweep; a salon keeps its own. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    update pictures
    set user_id = null
    where user_id = ${id}`;
}
