/** What certificates store of a person. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** With the signed credential, which can be checked without us. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.certificates', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select c.*
          from certificates c
          where c.user_id = ${id}
          order by c.issued_at
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** The page behind the address is gone with the row. A revocation names a number in a list and nobody, and stays: whoever
 * has read the list relies on it. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from certificates
    where user_id = ${id}`;
}
