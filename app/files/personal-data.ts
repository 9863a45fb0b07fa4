/** What pictures store of a person: that she has sent them. */
import type { Tx } from '~/db';
import { type Person, type PersonalData, rowsIn } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.pictures', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select p.*
          from pictures p
          where p.user_id = ${id}
          order by p.created_at, p.name
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** After salons: of her salons' pictures, those whose salon is hers here. Their files are in the store by then. */
export async function importFor(tx: Tx, { id }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into pictures (name, folder, user_id, salon_id, width, height, created_at)
    select r.name, r.folder, ${id}, r.salon_id, r.width, r.height, r.created_at
    from jsonb_populate_recordset(null::pictures, ${rowsIn(data, 'public.pictures')}::text::jsonb) r
    where r.salon_id is null or r.salon_id in (select s.id from salons s where s.owner_id = ${id})
    on conflict (name) do nothing`;
}

/** Pictures without a sender that nobody shows are removed, files and rows, by the next sweep; a salon keeps its own. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    update pictures
    set user_id = null
    where user_id = ${id}`;
}
