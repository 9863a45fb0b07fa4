/** Every statement on the links and codes of letters. They run as the system role; only hashes come here. */
import type { Tx } from '~/db';
import type { TokenPurpose } from '../rules/letter';

type NewToken = {
  readonly hash: string;
  /** Null: there is no such account; the same statement then writes nothing. */
  readonly userId: string | null;
  readonly purpose: TokenPurpose;
  readonly codeHash: string;
  readonly browserHash: string;
  readonly minutes: number;
};

/** Takes the place of the member's last one of the kind (newest only), and is bound to her present address. */
export async function putToken(tx: Tx, token: NewToken): Promise<void> {
  const { hash, userId, purpose, codeHash, browserHash, minutes } = token;
  await tx`
    insert into auth.tokens (hash, user_id, purpose, email, code_hash, browser_hash, expires_at)
    select ${hash}, id, ${purpose}, email, ${codeHash}, ${browserHash}, now() + make_interval(mins => ${minutes})
    from auth.users
    where id = ${userId}
    on conflict (user_id, purpose) where purpose in ('confirmation', 'sign_in', 'reset')
    do update set
      hash = excluded.hash, email = excluded.email, code_hash = excluded.code_hash,
      browser_hash = excluded.browser_hash, expires_at = excluded.expires_at, created_at = now(),
      tries_left = 5, tries_elsewhere = 5`;
}

export type LivingToken = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly browserHash: string | null;
  /** Where the browser that asked was going. */
  readonly back: string;
};

/** What a link would open, without using it: for the page with the button. */
export async function livingToken(tx: Tx, hash: string, purpose: TokenPurpose): Promise<LivingToken | null> {
  const [found] = await tx<LivingToken[]>`
    select t.user_id, u.email, coalesce(p.full_name, 'Membre') as name, t.browser_hash, coalesce(w.back, '/') as back
    from auth.tokens t
    join auth.users u on u.id = t.user_id and u.email = t.email
    join profiles p on p.id = u.id
    left join auth.waits w on w.hash = t.browser_hash
    where t.hash = ${hash}
      and t.purpose = ${purpose}
      and t.expires_at > now()`;
  return found ?? null;
}

export type UsedToken = {
  readonly userId: string;
  readonly purpose: TokenPurpose;
  readonly browserHash: string | null;
};

/**
 * Uses a link: one statement, so that of fifty at once one gets it.
 * @param browserHash the link opens in this browser alone; null: in any
 */
export async function usedLink(
  tx: Tx,
  hash: string,
  purpose: TokenPurpose,
  browserHash: string | null,
): Promise<UsedToken | null> {
  const [used] = await tx<UsedToken[]>`
    delete from auth.tokens t
    using auth.users u
    where t.hash = ${hash}
      and t.purpose = ${purpose}
      and t.expires_at > now()
      and (${browserHash}::text is null or t.browser_hash = ${browserHash})
      and u.id = t.user_id
      and u.email = t.email
    returning t.user_id, t.purpose, t.browser_hash`;
  return used ?? null;
}

/** Where a code is typed: beside its link, in the browser that asked, or anywhere with the address. */
export type TypedAt = {
  readonly linkHash: string | null;
  readonly email: string | null;
  readonly browserHash: string | null;
  /** Signed in already: the account's own page is as good as the browser that asked. */
  readonly viewerId: string | null;
};

/**
 * Uses a code, or counts one wrong try against every code that it was tried on: five kill a code. One statement;
 * the row's lock makes guesses that come at once stand in line. Guesses from elsewhere spend tries of their own, and
 * open sign-in letters only. The code of a reset opens no session: `exchangedCode`.
 */
export async function usedCode(tx: Tx, code: string, at: TypedAt): Promise<UsedToken | null> {
  const { linkHash, email, browserHash, viewerId } = at;
  const [used] = await tx<UsedToken[]>`
    with tried as (
      select hash, (hash = ${linkHash} or browser_hash = ${browserHash} or user_id = ${viewerId}) is true as here
      from auth.tokens
      where (hash = ${linkHash} or email = ${email})
        and purpose <> 'reset'
        and code_hash is not null
        and expires_at > now()
    ), used as (
      delete from auth.tokens t
      using tried, auth.users u
      where t.hash = tried.hash
        and case when here then tries_left else tries_elsewhere end > 0
        and (here or purpose = 'sign_in')
        and t.code_hash = encode(sha256(convert_to(${code}::text || ' ' || t.hash, 'UTF8')), 'hex')
        and u.id = t.user_id
        and u.email = t.email
      returning t.user_id, t.purpose, t.browser_hash
    ), missed as (
      update auth.tokens t
      set
        tries_left = tries_left - case when here then 1 else 0 end,
        tries_elsewhere = tries_elsewhere - case when here then 0 else 1 end
      from tried
      where t.hash = tried.hash
        and case when here then tries_left else tries_elsewhere end > 0
        and t.code_hash <> encode(sha256(convert_to(${code}::text || ' ' || t.hash, 'UTF8')), 'hex')
    )
    select *
    from used
    limit 1`;
  return used ?? null;
}

/**
 * The code of a reset, in the browser that asked: letter and code are over, and a new link stands in their place for as
 * long as they had. A wrong one counts as in `usedCode`.
 * @returns whether `newHash` opens it now
 */
export async function exchangedCode(
  tx: Tx,
  code: string,
  browserHash: string | null,
  newHash: string,
): Promise<boolean> {
  const opened = await tx`
    with tried as (
      select hash
      from auth.tokens
      where browser_hash = ${browserHash}
        and purpose = 'reset'
        and code_hash is not null
        and expires_at > now()
    ), opened as (
      update auth.tokens t
      set hash = ${newHash}, code_hash = null
      from tried, auth.users u
      where t.hash = tried.hash
        and t.tries_left > 0
        and t.code_hash = encode(sha256(convert_to(${code}::text || ' ' || t.hash, 'UTF8')), 'hex')
        and u.id = t.user_id
        and u.email = t.email
      returning t.hash
    ), missed as (
      update auth.tokens t
      set tries_left = t.tries_left - 1
      from tried
      where t.hash = tried.hash
        and t.tries_left > 0
        and t.code_hash <> encode(sha256(convert_to(${code}::text || ' ' || t.hash, 'UTF8')), 'hex')
    )
    select hash
    from opened`;
  return opened.length > 0;
}

/** A new password ends every other letter that opens the account. */
export async function deleteTokensOf(tx: Tx, userId: string): Promise<void> {
  await tx`
    delete from auth.tokens
    where user_id = ${userId}`;
}

export async function deleteExpiredTokens(tx: Tx): Promise<void> {
  await tx`
    delete from auth.tokens
    where expires_at <= now()`;
}
