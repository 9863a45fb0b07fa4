/** Puts a plan into the database: one transaction, a few statements a table, and nothing at all when one is refused. */
import type postgres from 'postgres';
import type { Plan } from './types';

const UNDONE = new Error('dry run');
/** Rows of one statement. */
const PART = 5_000;

/** @param keeps false: everything is tried, and taken back */
export async function writePlan(sql: postgres.Sql, plan: Plan, keeps: boolean): Promise<void> {
  const written = sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    await tx`select set_config('app.import', 'on', true)`;
    await writePeople(tx, plan);
    await writeSalons(tx, plan);
    await writeTalk(tx, plan);
    await countEverything(tx, [...plan.salons.keys()], [...plan.users.keys()]);
    if (!keeps) throw UNDONE;
    await goOnAfter(tx);
  });
  await written.catch((error) => {
    if (error !== UNDONE) throw error;
  });
}

/** The next message's id. A sequence is its owner's to set, who sees no rows (docs/decisions/008). */
async function goOnAfter(tx: Tx): Promise<void> {
  const [row] = await tx<{ last: string | null }[]>`select max(id) as last from public.chat_messages`;
  await tx`reset role`;
  if (row?.last) await tx`select setval(pg_get_serial_sequence('public.chat_messages', 'id'), ${row.last})`;
}

type Tx = postgres.TransactionSql;

async function inParts<T>(
  tx: Tx,
  rows: readonly T[],
  write: (json: postgres.Parameter) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += PART) await write(tx.json(rows.slice(at, at + PART) as never));
}

async function writePeople(tx: Tx, { users, identities, customers }: Plan): Promise<void> {
  const all = [...users.values()];
  await inParts(
    tx,
    all,
    (rows) => tx`
      insert into auth.users (id, email, password_hash, email_confirmed_at, created_at)
      select id, email, hash, "confirmedAt", at
      from jsonb_to_recordset(${rows}) as r (id uuid, email text, hash text, "confirmedAt" timestamptz, at timestamptz)`,
  );
  const profiles = all.flatMap(({ id, at, profile }) => (profile ? [{ id, at, ...profile }] : []));
  await inParts(
    tx,
    profiles,
    (rows) => tx`
      update public.profiles p
      set full_name = r.name, bio = r.bio, city = r.city, interests = coalesce(r.interests, '{}'),
        onboarding_completed = r.welcomed, auto_offline_after = r.idle, last_activity = r."lastActivity", created_at = r.at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, name text, bio text, city text, interests text[], welcomed boolean, idle integer,
        "lastActivity" timestamptz, at timestamptz
      )
      where p.id = r.id`,
  );
  await inParts(
    tx,
    identities,
    (rows) => tx`
      insert into auth.oauth_accounts (provider, subject, user_id, email)
      select provider, subject, "userId", email
      from jsonb_to_recordset(${rows}) as r (provider text, subject text, "userId" uuid, email text)`,
  );
  await inParts(
    tx,
    customers,
    (rows) => tx`
      insert into public.stripe_customers (id, user_id, livemode)
      select id, "userId", true
      from jsonb_to_recordset(${rows}) as r (id text, "userId" uuid)
      on conflict do nothing`,
  );
}

async function writeSalons(tx: Tx, { salons, members }: Plan): Promise<void> {
  await inParts(
    tx,
    [...salons.values()],
    (rows) => tx`
      insert into public.salons (
        id, name, description, category, city, color_theme, owner_id, share_code, visibility, is_active, created_at
      )
      select id, name, description, category, city, color, "ownerId", coalesce(code, public.random_share_code()), 'prive',
        "isActive", at
      from jsonb_to_recordset(${rows}) as r (
        id uuid, name text, description text, category text, city text, color text, "ownerId" uuid, code text,
        "isActive" boolean, at timestamptz
      )`,
  );
  await inParts(
    tx,
    [...members.values()].filter(({ salonId }) => salons.has(salonId)),
    (rows) => tx`
      insert into public.salon_members (salon_id, user_id, role, joined_at, last_seen_at, notifications_enabled)
      select "salonId", "userId", role, "joinedAt", "seenAt", bell
      from jsonb_to_recordset(${rows}) as r (
        "salonId" uuid, "userId" uuid, role text, "joinedAt" timestamptz, "seenAt" timestamptz, bell boolean
      )`,
  );
}

async function writeTalk(tx: Tx, { messages, reactions }: Plan): Promise<void> {
  await inParts(
    tx,
    messages,
    (rows) => tx`
      insert into public.chat_messages (
        id, salon_id, user_id, content, reply_to_id, seq, changed_seq, is_deleted, deleted_at, created_at
      )
      select id, "salonId", "userId", content, "replyTo", seq, seq, "deletedAt" is not null, "deletedAt", at
      from jsonb_to_recordset(${rows}) as r (
        id bigint, "salonId" uuid, "userId" uuid, content text, "replyTo" bigint, seq bigint, "deletedAt" timestamptz,
        at timestamptz
      )
      order by id`,
  );
  await inParts(
    tx,
    [...reactions.values()],
    (rows) => tx`
      insert into public.message_reactions (message_id, user_id, emoji, created_at)
      select "messageId", "userId", emoji, at
      from jsonb_to_recordset(${rows}) as r ("messageId" bigint, "userId" uuid, emoji text, at timestamptz)`,
  );
  const salons = [...new Set(messages.map(({ salonId }) => salonId))];
  // What was read before is not new: the place up to the last visit.
  await tx`
    update public.salon_members m
    set last_seen_seq = coalesce((
      select max(c.seq) from public.chat_messages c where c.salon_id = m.salon_id and c.created_at <= m.last_seen_at
    ), 0)
    where m.salon_id = any(${salons}::uuid[]) and m.last_seen_at is not null`;
}

/** Counters are written once, and not by triggers row by row. */
async function countEverything(tx: Tx, salons: readonly string[], users: readonly string[]): Promise<void> {
  await tx`
    update public.salons s
    set last_seq = coalesce(c.last, 0), message_count = coalesce(c.standing, 0), last_message_at = c.at,
      member_count = (select count(*) from public.salon_members m where m.salon_id = s.id)
    from unnest(${salons as string[]}::uuid[]) as wanted (id)
    left join (
      select salon_id, max(changed_seq) as last, count(*) filter (where not is_deleted) as standing, max(created_at) as at
      from public.chat_messages
      where salon_id = any(${salons as string[]}::uuid[])
      group by salon_id
    ) c on c.salon_id = wanted.id
    where s.id = wanted.id`;
  await tx`
    update public.profiles p
    set
      salons_created = (select count(*) from public.salons s where s.owner_id = p.id),
      salons_joined = (select count(*) from public.salon_members m where m.user_id = p.id and m.role <> 'owner')
    where p.id = any(${users as string[]}::uuid[])`;
}
