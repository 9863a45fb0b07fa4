/** What this domain itself stores of a person: that she has asked to be erased, or for a copy of her data. */
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
      ),
      'public.idle_accounts', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select first_told_at, last_told_at
          from idle_accounts
          where user_id = ${id}
        ) r
      ),
      'public.exports', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select asked_at, ready_at, expires_at
          from exports
          where user_id = ${id}
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** What she has brought from another site is told in the tables that it came from (`holders.ts`). The file of a copy goes with the next sweep of files that nobody waits for (`sweepCopies`). */
export async function eraseFor(tx: Tx, { id }: Person): Promise<void> {
  await tx`
    delete from erasures
    where user_id = ${id}`;
  await tx`
    delete from exports
    where user_id = ${id}`;
  await tx`
    delete from idle_accounts
    where user_id = ${id}`;
  await tx`
    delete from brought_rows
    where user_id = ${id}`;
}
