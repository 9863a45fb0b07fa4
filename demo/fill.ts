import type postgres from 'postgres';
import type { Interest } from '~/members/rules/interests';
import { demoData } from './demo';
import type { DemoData } from './types';

type Tx = postgres.TransactionSql;

/**
 * Puts the demonstration into an empty database, in one transaction and a few statements; all or nothing.
 * Every account gets the same `passwordHash` and a confirmed address. Runs as the system role with
 * `app.import`: numbers and counters are written here and not by triggers, row by row.
 */
export function fillDemo(sql: postgres.Sql, options: { now: Date; passwordHash: string }): Promise<void> {
  return fill(sql, demoData(options.now), options);
}

/** The same for other rows (`seeds`), also where members live already: nothing of theirs is touched. */
export async function fill(
  sql: postgres.Sql,
  data: DemoData,
  options: { now: Date; passwordHash: string },
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    // Before the import is told of: an account gets its profile and its choices of letters like any other.
    await insertMembers(tx, data, options);
    await tx`select set_config('app.import', 'on', true)`;
    await insertSalons(tx, data);
    await insertMessages(tx, data);
    await insertReactions(tx, data);
    await countEverything(tx, data);
  });
}

/** What a pastime of the conversations is in the list of interests; what is not in it stays the member's own word. */
const INTEREST: Readonly<Record<string, Interest>> = {
  numérique: 'ordinateur',
  famille: 'petitsEnfants',
  jeux: 'jeux',
  aquarelle: 'peinture',
  tricot: 'couture',
  photographie: 'photo',
  chorale: 'chant',
  oiseaux: 'nature',
  santé: 'yoga',
  cinéma: 'cinema',
  généalogie: 'genealogie',
  bénévolat: 'benevolat',
};
const stored = (word: string): string => INTEREST[word] ?? word;

async function insertMembers(
  tx: Tx,
  { members }: DemoData,
  { now, passwordHash }: { now: Date; passwordHash: string },
) {
  const rows = tx.json(members.map((member) => ({ ...member, interests: member.interests.map(stored).join('\n') })));
  await tx`
    insert into auth.users (id, email, password_hash, email_confirmed_at, consented_at, created_at)
    select id, email, ${passwordHash}, "joinedAt", "joinedAt", "joinedAt"
    from jsonb_to_recordset(${rows}) as m (id uuid, email text, "joinedAt" timestamptz)
  `;
  // The profile exists since the account does (D01).
  await tx`
    update public.profiles p
    set
      full_name = m.name,
      city = nullif(m.city, ''),
      bio = nullif(m.bio, ''),
      interests = case when m.interests = '' then '{}' else string_to_array(m.interests, E'\n') end,
      avatar_url = m."avatarUrl",
      cover_url = m."coverUrl",
      app_role = m."appRole",
      bio_shown_to = m.shown[1],
      city_shown_to = m.shown[2],
      interests_shown_to = m.shown[3],
      is_listed = m.listed,
      onboarding_completed = true,
      last_activity = m."joinedAt",
      last_activity_reset = date_trunc('day', ${now}::timestamptz, 'Europe/Paris'),
      created_at = m."joinedAt"
    from jsonb_to_recordset(${rows}) as m (
      id uuid, name text, "avatarUrl" text, "coverUrl" text, city text, bio text,
      interests text, "appRole" text, "joinedAt" timestamptz, shown text[], listed boolean
    )
    where p.id = m.id
  `;
  await tx`
    insert into public.subscriptions (id, user_id, plan, status, started_at)
    select 'offert_' || id, id, "subscriptionType", 'active', "joinedAt"
    from jsonb_to_recordset(${rows}) as m (id uuid, "subscriptionType" text, "joinedAt" timestamptz)
    where "subscriptionType" <> 'freemium'
  `;
}

async function insertSalons(tx: Tx, { salons, memberships }: DemoData) {
  await tx`
    insert into public.salons (
      id, name, description, category, city, color_theme, owner_id, share_code, visibility, created_at, updated_at
    )
    select
      id, name, description, category, city, "colorTheme", "ownerId", "shareCode", visibility, "createdAt", "createdAt"
    from jsonb_to_recordset(${tx.json(salons)}) as s (
      id uuid, name text, description text, category text, city text, "colorTheme" text, "ownerId" uuid,
      "shareCode" text, visibility text, "createdAt" timestamptz
    )
  `;
  await tx`
    insert into public.salon_members (salon_id, user_id, role, joined_at)
    select "salonId", "userId", role, "joinedAt"
    from jsonb_to_recordset(${tx.json(memberships)}) as m (
      "salonId" uuid, "userId" uuid, role text, "joinedAt" timestamptz
    )
  `;
}

async function insertMessages(tx: Tx, { messages }: DemoData) {
  const rows = tx.json(messages);
  // Ids in the order of time across salons, as they would have been given.
  await tx`
    insert into public.chat_messages (
      salon_id, user_id, content, seq, changed_seq, is_deleted, deleted_at, edited_at, created_at
    )
    select
      "salonId", "userId", content, seq, seq, "isDeleted",
      case when "isDeleted" then "createdAt" + interval '1 minute' end, "editedAt", "createdAt"
    from jsonb_to_recordset(${rows}) as m (
      "salonId" uuid, "userId" uuid, content text, seq bigint, "isDeleted" boolean, "editedAt" timestamptz,
      "createdAt" timestamptz
    )
    order by "createdAt", seq
  `;
  const answers = messages
    .filter((message) => message.replyToSeq !== null)
    .map(({ salonId, seq, replyToSeq }) => ({ salonId, seq, replyToSeq }));
  await tx`
    update public.chat_messages a
    set reply_to_id = o.id
    from jsonb_to_recordset(${tx.json(answers)}) as m ("salonId" uuid, seq bigint, "replyToSeq" bigint)
    join public.chat_messages o on o.salon_id = m."salonId" and o.seq = m."replyToSeq"
    where a.salon_id = m."salonId" and a.seq = m.seq
  `;
}

async function insertReactions(tx: Tx, { reactions }: DemoData) {
  await tx`
    insert into public.message_reactions (message_id, user_id, emoji, created_at)
    select m.id, r."userId", r.emoji, r."createdAt"
    from jsonb_to_recordset(${tx.json(reactions)}) as r (
      "salonId" uuid, "messageSeq" bigint, "userId" uuid, emoji text, "createdAt" timestamptz
    )
    join public.chat_messages m on m.salon_id = r."salonId" and m.seq = r."messageSeq"
    order by r."createdAt"
  `;
}

/** D27, D36: every counter from the rows themselves. Reading stopped a little before the end, so that there is news (D41). */
async function countEverything(tx: Tx, data: DemoData) {
  const salons = data.salons.map(({ id }) => id);
  const members = data.members.map(({ id }) => id);
  await tx`
    update public.salons s
    set
      last_seq = (select coalesce(max(seq), 0) from public.chat_messages m where m.salon_id = s.id),
      message_count = (select count(*) from public.chat_messages m where m.salon_id = s.id and not m.is_deleted),
      last_message_at = (select max(m.created_at) from public.chat_messages m where m.salon_id = s.id),
      counted_on = (now() at time zone 'Europe/Paris')::date,
      counted_messages = (
        select count(*)
        from public.chat_messages m
        where m.salon_id = s.id and not m.is_deleted and m.created_at >= date_trunc('day', now(), 'Europe/Paris')
      ),
      member_count = (select count(*) from public.salon_members m where m.salon_id = s.id)
    where s.id = any(${salons}::uuid[])
  `;
  await tx`
    with reading as (
      select m.salon_id, m.user_id, greatest(s.last_seq - 4, max(c.seq), 0) as seq
      from public.salon_members m
      join public.salons s on s.id = m.salon_id
      left join public.chat_messages c on c.salon_id = m.salon_id and c.user_id = m.user_id
      where m.salon_id = any(${salons}::uuid[])
      group by m.salon_id, m.user_id, s.last_seq
    )
    update public.salon_members m
    set
      last_seen_seq = r.seq,
      last_seen_at = greatest(m.joined_at, c.created_at)
    from reading r
    left join public.chat_messages c on c.salon_id = r.salon_id and c.seq = r.seq
    where r.salon_id = m.salon_id
      and r.user_id = m.user_id
  `;
  await tx`
    update public.profiles p
    set
      salons_created = (select count(*) from public.salons s where s.owner_id = p.id),
      salons_joined = (select count(*) from public.salon_members m where m.user_id = p.id and m.role <> 'owner'),
      last_activity = greatest(
        p.last_activity, (select max(c.created_at) from public.chat_messages c where c.user_id = p.id)
      ),
      daily_chat_count = (
        select count(*)
        from public.chat_messages c
        where c.user_id = p.id and c.created_at >= p.last_activity_reset
      )
    where p.id = any(${members}::uuid[])
  `;
}
