/** Every statement on accounts. They run as the system role. */

import type { Tx } from '~/db';
import type { Users } from '../../../db/schema';

export type Credentials = Readonly<Pick<Users, 'id' | 'passwordHash'>>;

export async function credentialsOf(tx: Tx, email: string): Promise<Credentials | null> {
  const [found] = await tx<Credentials[]>`
    select id, password_hash
    from auth.users
    where email = ${email}`;
  return found ?? null;
}

export type Owner = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly confirmed: boolean;
};

/** Whose address this is. */
export async function ownerOf(tx: Tx, email: string): Promise<Owner | null> {
  const [found] = await tx<Owner[]>`
    select u.id, u.email, coalesce(p.full_name, 'Membre') as name, u.email_confirmed_at is not null as confirmed
    from auth.users u
    left join profiles p on p.id = u.id
    where u.email = ${email}`;
  return found ?? null;
}

export async function ownerById(tx: Tx, userId: string): Promise<Owner | null> {
  const [found] = await tx<Owner[]>`
    select u.id, u.email, coalesce(p.full_name, 'Membre') as name, u.email_confirmed_at is not null as confirmed
    from auth.users u
    left join profiles p on p.id = u.id
    where u.id = ${userId}`;
  return found ?? null;
}

/**
 * Null when the address has an account already; the profile is made by the same statement's trigger (D01).
 * Not confirmed: that takes the letter (A05).
 * @param passwordHash null: nothing was typed to make an account from; the same statement then writes nothing
 */
export async function insertUser(tx: Tx, email: string, passwordHash: string | null): Promise<string | null> {
  const [made] = await tx<{ id: string }[]>`
    insert into auth.users (email, password_hash, consented_at)
    select ${email}, ${passwordHash}::text, now()
    where ${passwordHash}::text is not null
    on conflict (email) do nothing
    returning id`;
  return made?.id ?? null;
}

/**
 * The account that a browser has opened itself, under another address or with what was typed anew. Null when there is
 * none, when it is confirmed by now, or when the address is somebody else's.
 */
export async function retypedAccount(
  tx: Tx,
  userId: string | null,
  email: string,
  passwordHash: string | null,
): Promise<string | null> {
  const [moved] = await tx<{ id: string }[]>`
    update auth.users u
    set email = ${email}, password_hash = coalesce(${passwordHash}, password_hash)
    where id = ${userId}
      and email_confirmed_at is null
      and not exists (select from auth.users o where o.email = ${email} and o.id <> u.id)
    returning id`;
  return moved?.id ?? null;
}

export type Account = Readonly<Pick<Users, 'email' | 'passwordHash'>>;

export async function accountOf(tx: Tx, userId: string): Promise<Account | null> {
  const [found] = await tx<Account[]>`
    select email, password_hash
    from auth.users
    where id = ${userId}`;
  return found ?? null;
}

/**
 * Somebody has read a letter at this account's address. Says whether that was the first time.
 * @param keepsPassword false: who chose the password may be somebody else, so it opens nothing any more
 */
export async function provedAddress(tx: Tx, userId: string, keepsPassword: boolean): Promise<{ first: boolean }> {
  const [proved] = await tx<{ first: boolean }[]>`
    update auth.users u
    set
      email_confirmed_at = coalesce(u.email_confirmed_at, now()),
      password_hash = case when old.first and not ${keepsPassword}::boolean then null else u.password_hash end
    from (
      select id, email_confirmed_at is null as first
      from auth.users
      where id = ${userId}
      for update
    ) old
    where u.id = old.id
    returning old.first`;
  return proved ?? { first: false };
}

export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx`
    update auth.users
    set password_hash = ${passwordHash}
    where id = ${userId}`;
}

/**
 * A05, C-23: accounts that nobody has confirmed within the week, with all their rows. Whoever owns a salon has been
 * confirmed once.
 */
export async function deleteUnconfirmed(tx: Tx, days: number): Promise<number> {
  const gone = await tx`
    delete from auth.users u
    where email_confirmed_at is null
      and created_at < now() - make_interval(days => ${days})
      and not exists (select from salons s where s.owner_id = u.id)`;
  return gone.count;
}
