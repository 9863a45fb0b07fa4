/** Every statement on accounts. They run as the system role. */
import type { Tx } from '~/db';

export type Credentials = { readonly id: string; readonly passwordHash: string | null };

export async function credentialsOf(tx: Tx, email: string): Promise<Credentials | null> {
  const [found] = await tx<Credentials[]>`
    select id, password_hash
    from auth.users
    where email = ${email}`;
  return found ?? null;
}

/**
 * Null when the address has an account already; the profile is made by the same statement's trigger (D01).
 * The address counts as confirmed (docs/decisions/010).
 */
export async function insertUser(tx: Tx, email: string, passwordHash: string): Promise<string | null> {
  const [made] = await tx<{ id: string }[]>`
    insert into auth.users (email, password_hash, consented_at, email_confirmed_at)
    values (${email}, ${passwordHash}, now(), now())
    on conflict (email) do nothing
    returning id`;
  return made?.id ?? null;
}

export async function nameProfile(tx: Tx, userId: string, name: string): Promise<void> {
  await tx`
    update profiles
    set full_name = ${name}
    where id = ${userId}`;
}

export type Account = { readonly email: string; readonly passwordHash: string | null };

export async function accountOf(tx: Tx, userId: string): Promise<Account | null> {
  const [found] = await tx<Account[]>`
    select email, password_hash
    from auth.users
    where id = ${userId}`;
  return found ?? null;
}

export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx`
    update auth.users
    set password_hash = ${passwordHash}
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
