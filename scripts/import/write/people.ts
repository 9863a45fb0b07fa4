/** Accounts with their profiles and choices of letters, which triggers make one by one elsewhere (migration 076). */
import type { Plan } from '../types';
import { inParts, type Tx } from './parts';

export async function writePeople(tx: Tx, { users, identities, pictures }: Plan): Promise<void> {
  const all = [...users.values()];
  await inParts(
    tx,
    all,
    (rows) => tx`
      insert into auth.users (id, email, password_hash, email_confirmed_at, created_at)
      select id, email, hash, "confirmedAt", at
      from jsonb_to_recordset(${rows}) as r (id uuid, email text, hash text, "confirmedAt" timestamptz, at timestamptz)`,
  );
  await writeProfiles(tx, all);
  await inParts(
    tx,
    all.map(({ id }) => ({ id })),
    (rows) => tx`
      insert into public.mail_preferences (user_id, kind, wanted)
      select r.id, k.kind, k.wanted_at_first
      from jsonb_to_recordset(${rows}) as r (id uuid)
      cross join public.mail_kinds k`,
  );
  await inParts(
    tx,
    identities,
    (rows) => tx`
      insert into auth.oauth_accounts (provider, subject, user_id, email)
      select provider, subject, "userId", email
      from jsonb_to_recordset(${rows}) as r (provider text, subject text, "userId" uuid, email text)`,
  );
  await writeCustomers(tx, all);
  await inParts(
    tx,
    pictures.filter(({ salonId }) => !salonId),
    (rows) => tx`
      insert into public.pictures (name, folder, user_id, width, height)
      select name, folder, "userId", width, height
      from jsonb_to_recordset(${rows}) as r (name text, folder text, "userId" uuid, width integer, height integer)`,
  );
}

type Users = Plan['users'] extends Map<string, infer User> ? readonly User[] : never;

/** The département of each town is asked once. */
async function writeProfiles(tx: Tx, all: Users): Promise<void> {
  const rowOf = ({ profile, hash: _, confirmedAt: __, ...user }: Users[number]) => ({ ...user, ...profile });
  await inParts(
    tx,
    all.map(rowOf),
    (rows) => tx`
      with r as materialized (
        select *
        from jsonb_to_recordset(${rows}) as r (
          id uuid, email text, name text, bio text, city text, interests text[], welcomed boolean, idle integer,
          "lastActivity" timestamptz, at timestamptz, customer text, "avatarUrl" text, "coverUrl" text, owned integer,
          joined integer
        )
      ),
      town as materialized (
        select t.city, public.departement_of(t.city, null) as departement
        from (select distinct city from r where city is not null) t
      )
      insert into public.profiles (
        id, email, full_name, bio, city, departement, interests, onboarding_completed, auto_offline_after, last_activity,
        created_at, stripe_customer_id, avatar_url, cover_url, salons_created, salons_joined
      )
      select
        r.id, r.email, r.name, r.bio, r.city, town.departement, coalesce(r.interests, '{}'), coalesce(r.welcomed, false),
        coalesce(r.idle, 300), r."lastActivity", r.at, r.customer, r."avatarUrl", r."coverUrl", r.owned, r.joined
      from r
      left join town on town.city = r.city`,
  );
}

async function writeCustomers(tx: Tx, all: Users): Promise<void> {
  await inParts(
    tx,
    all.flatMap(({ id, customer }) => (customer ? [{ id: customer, userId: id }] : [])),
    (rows) => tx`
      insert into public.stripe_customers (id, user_id, livemode)
      select id, "userId", true
      from jsonb_to_recordset(${rows}) as r (id text, "userId" uuid)`,
  );
}
