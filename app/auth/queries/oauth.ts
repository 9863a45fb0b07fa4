/** Which accounts of Google and GitHub open which of ours (A03). */

import type { Tx } from '~/db';
import type { OauthAccounts } from '../../../db/schema';
import type { Identity } from '../rules/identity';
import type { ProviderName } from '../rules/provider';

export async function memberBehind(tx: Tx, { provider, subject }: Identity): Promise<string | null> {
  const [found] = await tx<{ userId: string }[]>`
    select user_id
    from auth.oauth_accounts
    where provider = ${provider} and subject = ${subject}`;
  return found?.userId ?? null;
}

/** False when that account is linked to another member already, or this member has another of the kind. */
export async function link(tx: Tx, userId: string, { provider, subject, email }: Identity): Promise<boolean> {
  const linked = await tx`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    values (${provider}, ${subject}, ${userId}, ${email})
    on conflict do nothing`;
  return linked.count === 1;
}

export type LinkedAccount = Readonly<Pick<OauthAccounts, 'email' | 'createdAt'>> & { readonly provider: ProviderName };

export async function linkedAccounts(tx: Tx, userId: string): Promise<LinkedAccount[]> {
  return tx<LinkedAccount[]>`
    select provider, email, created_at
    from auth.oauth_accounts
    where user_id = ${userId}
    order by created_at`;
}

export async function unlink(tx: Tx, userId: string, provider: ProviderName): Promise<boolean> {
  const gone = await tx`
    delete from auth.oauth_accounts
    where user_id = ${userId} and provider = ${provider}`;
  return gone.count === 1;
}

/** In minutes: time to read what one agrees to. */
export const ARRIVAL_MINUTES = 15;

export async function putArrival(tx: Tx, hash: string, identity: Identity, stays: boolean): Promise<void> {
  const { provider, subject, email, name } = identity;
  await tx`
    insert into auth.oauth_arrivals (hash, provider, subject, email, name, stays, expires_at)
    values (
      ${hash}, ${provider}, ${subject}, ${email}, ${name}, ${stays}, now() + make_interval(mins => ${ARRIVAL_MINUTES})
    )`;
}

export type Arrival = Omit<Identity, 'verified'> & { readonly stays: boolean };

export async function arrivalOf(tx: Tx, hash: string): Promise<Arrival | null> {
  const [found] = await tx<Arrival[]>`
    select provider, subject, email, name, stays
    from auth.oauth_arrivals
    where hash = ${hash} and expires_at > now()`;
  return found ?? null;
}

/** Once. */
export async function takeArrival(tx: Tx, hash: string): Promise<Arrival | null> {
  const [taken] = await tx<Arrival[]>`
    delete from auth.oauth_arrivals
    where hash = ${hash} and expires_at > now()
    returning provider, subject, email, name, stays`;
  return taken ?? null;
}

/** Confirmed, because the provider has seen that she reads this mailbox. Null when the address has an account. */
export async function insertConfirmedUser(tx: Tx, email: string): Promise<string | null> {
  const [made] = await tx<{ id: string }[]>`
    insert into auth.users (email, consented_at, email_confirmed_at)
    values (${email}, now(), now())
    on conflict (email) do nothing
    returning id`;
  return made?.id ?? null;
}

/** Of two arrivals for one address at once the second sees what the first has done. */
export async function lockedByEmail(tx: Tx, email: string): Promise<{ id: string; confirmed: boolean } | null> {
  const [found] = await tx<{ id: string; confirmed: boolean }[]>`
    select id, email_confirmed_at is not null as confirmed
    from auth.users
    where email = ${email}
    for update`;
  return found ?? null;
}
