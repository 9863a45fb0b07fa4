/** What this domain itself stores of a person: that she has asked to be erased. */
import type { Tx } from '~/db';
import type { Person, PersonalData } from '~/personal-data';

export async function exportFor(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'public.erasures', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select reference, keeps_messages, keeps_certificates, asked_at, due_at
          from erasures
          where user_id = ${id}
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from erasures
    where user_id = ${id}`;
}
