/** Every statement on what members have brought from another site. They run as the system role. */
import type { Tx } from '~/db';
import { PART_ROWS } from '~/personal-data';
import type { Brought } from '../rules/brought';

/** In the order of places, a part at a time. */
export async function broughtAfter(
  tx: Tx,
  userId: string,
  table: string,
  after: string,
): Promise<readonly { readonly at: string; readonly data: Pick<Brought, 'place' | 'data'> }[]> {
  // Text that is parsed: a row's own columns are renamed on their way.
  const rows = await tx<{ place: number; data: string }[]>`
    select place, data::text as data
    from brought_rows
    where user_id = ${userId}
      and of_table = ${table}
      and place > ${after || -1}
    order by place
    limit ${PART_ROWS}`;
  return rows.map(({ place, data }) => ({ at: String(place), data: { place, data: JSON.parse(data) } }));
}

/** Rows of one statement. */
const PART = 2_000;

export async function insertBrought(tx: Tx, userId: string, brought: readonly Brought[]): Promise<void> {
  for (let at = 0; at < brought.length; at += PART) {
    await tx`
      insert into brought_rows (user_id, of_table, place, data)
      select ${userId}, r."table", r.place, r.data
      from jsonb_to_recordset(${JSON.stringify(brought.slice(at, at + PART))}::text::jsonb)
        as r ("table" text, place integer, data jsonb)`;
  }
}

/** An account that is there, or that was erased here: a restored backup would erase that one again. */
export async function isIdTaken(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx<{ taken: boolean }[]>`
    select
      exists (select from auth.users where id = ${id}) or exists (select from erasure_receipts where user_id = ${id})
        as taken`;
  return row?.taken ?? false;
}

export async function isAddressTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx`
    select
    from auth.users
    where email = ${email}`;
  return rows.length > 0;
}
