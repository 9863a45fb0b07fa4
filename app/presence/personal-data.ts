/** What presence stores of a person: her open streams. What she chose stands on her profile, of `members`. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

/** Where she has a salon open now. */
export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.presence_leases', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select salon_id, expires_at, shown_as
          from presence_leases
          where user_id = ${id}
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** A stream that is still open loses its right with the membership. */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from presence_leases
    where user_id = ${id}`;
}
