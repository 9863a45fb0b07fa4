/** What sign-in stores of a person. Last of all domains to erase: other rows refer to the account. */
import type { Tx } from '~/db';
import { type Person, type PersonalData, rowsIn } from '~/personal-data';

/** Never a password's hash, a code or a link: they open something, and say nothing of her. */
export async function exportFor(tx: Tx, person: Person): Promise<PersonalData> {
  return { ...(await accountOf(tx, person)), ...(await waysInOf(tx, person)) };
}

/** The account, and where it is or was open. */
async function accountOf(tx: Tx, { id }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'auth.users', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select email, email_confirmed_at, consented_at, created_at
          from auth.users
          where id = ${id}
        ) r
      ),
      'auth.sessions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select handle, device, stays, created_at, last_used_at, active_at, proven_at, expires_at
          from auth.sessions
          where user_id = ${id}
          order by created_at
        ) r
      ),
      'auth.proof_codes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select p.session, p.attempts, p.expires_at
          from auth.proof_codes p
          join auth.sessions s on s.handle = p.session
          where s.user_id = ${id}
        ) r
      ),
      'auth.devices', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select first_seen_at, last_seen_at
          from auth.devices
          where user_id = ${id}
          order by first_seen_at
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** Letters, providers, other devices, cards and changes of address. */
async function waysInOf(tx: Tx, { id, email }: Person): Promise<PersonalData> {
  const [row] = await tx<{ data: string }[]>`
    select jsonb_build_object(
      'auth.tokens', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select purpose, email, created_at, expires_at
          from auth.tokens
          where user_id = ${id} or email = ${email}
          order by created_at
        ) r
      ),
      'auth.waits', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select purpose, email, name, created_at, expires_at
          from auth.waits
          where made_user_id = ${id} or email = ${email}
          order by created_at
        ) r
      ),
      'auth.oauth_accounts', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select provider, subject, email, created_at
          from auth.oauth_accounts
          where user_id = ${id}
          order by created_at
        ) r
      ),
      'auth.oauth_arrivals', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select provider, subject, email, name, expires_at
          from auth.oauth_arrivals
          where email = ${email}
          order by expires_at
        ) r
      ),
      'auth.session_transfers', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select expires_at, used_at, used_by
          from auth.session_transfers
          where user_id = ${id}
        ) r
      ),
      'auth.suspensions', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select reason, started_at, ends_at, lifted_at, appeal, appealed_at
          from auth.suspensions
          where user_id = ${id}
          order by started_at
        ) r
      ),
      'auth.recovery_codes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select created_at
          from auth.recovery_codes
          where user_id = ${id}
        ) r
      ),
      'auth.address_changes', (
        select coalesce(jsonb_agg(r), '[]')
        from (
          select old_email, new_email, asked_at, expires_at, done_at, undo_until
          from auth.address_changes
          where user_id = ${id}
          order by asked_at
        ) r
      )
    )::text as data`;
  return JSON.parse(row?.data ?? '{}');
}

/** Her account as another site had it: without a password, so that whoever opens it first proves that the address is hers. */
export async function importFor(tx: Tx, { id, email }: Person, data: PersonalData): Promise<void> {
  await tx`
    insert into auth.users (id, email, email_confirmed_at, consented_at, created_at)
    select ${id}, ${email}, r.email_confirmed_at, r.consented_at, coalesce(r.created_at, now())
    from jsonb_populate_recordset(null::auth.users, ${rowsIn(data, 'auth.users')}::text::jsonb) r
    limit 1`;
}

/** The account; its sessions, devices, letters, cards and linked accounts go with it by their foreign keys. */
export async function eraseFor(tx: Tx, { id, email }: Person): Promise<void> {
  await tx`
    delete from auth.waits
    where made_user_id = ${id} or email = ${email}`;
  await tx`
    delete from auth.oauth_arrivals
    where email = ${email}`;
  await tx`
    delete from auth.tokens
    where email = ${email}`;
  await tx`
    delete from auth.users
    where id = ${id}`;
}
