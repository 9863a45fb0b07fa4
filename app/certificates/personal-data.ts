/** What certificates store of a person. */
import type { Tx } from '~/db';
import { type Left, NOTHING_LEFT, type Person, type PersonalData } from '~/personal-data';

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

/**
 * One that she leaves stays without an owner, and can still be checked. Of the others the page behind the address is gone
 * with the row, and the list of what is revoked, which names a number and nobody, says so to whoever holds a copy.
 */
export async function eraseFor(tx: Tx, { id }: Person, left: Left = NOTHING_LEFT): Promise<void> {
  if (left.certificates) {
    await tx`
      update certificates
      set user_id = null
      where user_id = ${id}`;
    return;
  }
  await tx`
    with gone as (
      delete from certificates
      where user_id = ${id}
      returning status_index
    )
    insert into certificate_revocations (status_index, reason)
    select status_index, 'erased'
    from gone
    on conflict do nothing`;
}
