/** Every statement on browsers that wait for a letter. They run as the system role. */

import type { Tx } from '~/db';
import type { Waits } from '../../../db/schema';
import type { TokenPurpose } from '../rules/letter';

type NewWait = {
  readonly hash: string;
  /** What this browser has waited with until now. What belongs to the same address goes on. */
  readonly before: string | null;
  /** True: it goes on although the address is another, because that is what is being corrected. */
  readonly corrects: boolean;
  readonly purpose: TokenPurpose;
  readonly email: string;
  /** Null: where it was going before. */
  readonly back: string | null;
  readonly stays: boolean;
  readonly madeUserId: string | null;
  readonly name: string | null;
  readonly passwordHash: string | null;
};

const DAYS = 3;

export async function putWait(tx: Tx, wait: NewWait): Promise<void> {
  const { hash, before, corrects, purpose, email, back, stays, madeUserId, name, passwordHash } = wait;
  await tx`
    with old as (
      delete from auth.waits
      where hash = ${before}
      returning email, back, made_user_id, name, password_hash
    )
    insert into auth.waits (hash, purpose, email, back, stays, made_user_id, name, password_hash, expires_at)
    select
      ${hash}, ${purpose}, ${email}, coalesce(${back}::text, old.back, '/'), ${stays},
      coalesce(${madeUserId}::uuid, old.made_user_id),
      coalesce(${name}::text, old.name),
      coalesce(${passwordHash}::text, old.password_hash),
      now() + make_interval(days => ${DAYS})
    from (select) here
    left join old on old.email = ${email} or ${corrects}::boolean`;
}

export type Wait = Readonly<Pick<Waits, 'email' | 'back' | 'stays' | 'createdAt'>> & {
  readonly purpose: TokenPurpose;
};

export async function waitOf(tx: Tx, hash: string | null): Promise<Wait | null> {
  const [found] = await tx<Wait[]>`
    select purpose, email, back, stays, created_at
    from auth.waits
    where hash = ${hash}
      and expires_at > now()`;
  return found ?? null;
}

/** Whether this browser waits for a letter to this address. */
export async function isAwaited(tx: Tx, hash: string | null, email: string): Promise<boolean> {
  const [found] = await tx<{ awaited: boolean }[]>`
    select exists (
      select from auth.waits
      where hash = ${hash} and email = ${email} and expires_at > now()
    ) as awaited`;
  return found?.awaited ?? false;
}

export type TypedBefore = Readonly<Pick<Waits, 'madeUserId' | 'name' | 'passwordHash'>>;

/** What this browser's sign-up had typed. @param email for this address alone; null: whatever the address */
export async function typedBefore(tx: Tx, hash: string | null, email: string | null): Promise<TypedBefore | null> {
  const [found] = await tx<TypedBefore[]>`
    select made_user_id, name, password_hash
    from auth.waits
    where hash = ${hash}
      and name is not null
      and (${email}::text is null or email = ${email})
      and expires_at > now()`;
  return found ?? null;
}

/** The waiting is over. Says where the browser was going, and whose account it has opened itself. */
export async function endedWait(
  tx: Tx,
  hash: string | null,
): Promise<{ back: string; stays: boolean; madeUserId: string | null } | null> {
  const [ended] = await tx<Pick<Waits, 'back' | 'stays' | 'madeUserId'>[]>`
    delete from auth.waits
    where hash = ${hash}
    returning back, stays, made_user_id`;
  return ended ?? null;
}

/** The link was followed on another device: this browser, which opened the account, may go on. Once. */
export async function endedConfirmedWait(
  tx: Tx,
  hash: string | null,
): Promise<{ userId: string; back: string; stays: boolean } | null> {
  const [ended] = await tx<{ userId: string; back: string; stays: boolean }[]>`
    delete from auth.waits w
    using auth.users u
    where w.hash = ${hash}
      and w.purpose = 'confirmation'
      and w.expires_at > now()
      and u.id = w.made_user_id
      and u.email = w.email
      and u.email_confirmed_at is not null
      -- A password set since then has ended what this browser knew.
      and u.password_hash is not distinct from w.password_hash
    returning u.id as user_id, w.back, w.stays`;
  return ended ?? null;
}

export async function deleteExpiredWaits(tx: Tx): Promise<void> {
  await tx`
    delete from auth.waits
    where expires_at <= now()`;
}
