/** The code on the printed card (U12). */

import type { Tx } from '~/db';
import type { RecoveryCodes } from '../../../db/schema';

/** The card before this one opens nothing any more. */
export async function putCode(tx: Tx, userId: string, hash: string): Promise<void> {
  await tx`
    insert into auth.recovery_codes (user_id, hash)
    values (${userId}, ${hash})
    on conflict (user_id) do update
    set hash = excluded.hash, created_at = now()`;
}

export type Card = Readonly<Pick<RecoveryCodes, 'hash' | 'createdAt'>>;

export async function cardOf(tx: Tx, userId: string): Promise<Card | null> {
  const [found] = await tx<Card[]>`
    select hash, created_at
    from auth.recovery_codes
    where user_id = ${userId}`;
  return found ?? null;
}

/** Once: of fifty at the same moment one gets the account. */
export async function takeCode(tx: Tx, email: string, hash: string): Promise<string | null> {
  const [taken] = await tx<{ userId: string }[]>`
    delete from auth.recovery_codes r
    using auth.users u
    where u.id = r.user_id and u.email = ${email} and r.hash = ${hash}
    returning r.user_id`;
  return taken?.userId ?? null;
}
