/** A member's own profile. They run as the system role. */
import type { Tx } from '~/db';

export async function nameProfile(tx: Tx, userId: string | null, name: string): Promise<void> {
  await tx`
    update profiles
    set full_name = ${name}
    where id = ${userId}`;
}

export async function insertMissingProfile(tx: Tx, userId: string): Promise<void> {
  await tx`
    insert into profiles (id, email)
    select id, email
    from auth.users
    where id = ${userId}
    on conflict (id) do nothing`;
}
