import type { Tx } from '~/db';

/** P01: dated, with the version of the words; said twice it stands once. @param userId null: nobody, nothing is written */
export async function giveConsent(tx: Tx, userId: string | null, purpose: string, version: string): Promise<void> {
  await tx`
    insert into consents (user_id, purpose, version)
    select id, ${purpose}, ${version}
    from auth.users
    where id = ${userId}
    on conflict (user_id, purpose) where withdrawn_at is null do nothing`;
}
