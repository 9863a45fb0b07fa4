/** G11, P02: what is stored of a person is exported and erased by the domain that stores it; no table is forgotten. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as admin from '~/admin/personal-data';
import * as auth from '~/auth/personal-data';
import * as billing from '~/billing/personal-data';
import * as certificates from '~/certificates/personal-data';
import * as chat from '~/chat/personal-data';
import * as courses from '~/courses/personal-data';
import type { Tx } from '~/db';
import * as files from '~/files/personal-data';
import * as mailer from '~/mailer/personal-data';
import * as members from '~/members/personal-data';
import * as notices from '~/notices/personal-data';
import type { Person, PersonalData } from '~/personal-data';
import * as presence from '~/presence/personal-data';
import * as salons from '~/salons/personal-data';
import { type Stage, stage } from '../support/policies';
import { ours } from '../support/policies-catalog';

let the: Stage;
beforeAll(async () => {
  the = await stage();
});
afterAll(() => the.close());

/** In the order of an erasure: whoever refers to a row comes before it. */
const DOMAINS = {
  presence,
  chat,
  salons,
  courses,
  certificates,
  billing,
  mailer,
  admin,
  files,
  notices,
  members,
  auth,
};

async function exported(tx: Tx, her: Person): Promise<PersonalData> {
  const parts: PersonalData[] = [];
  for (const domain of Object.values(DOMAINS)) parts.push(await domain.exportFor(tx, her));
  return Object.assign({}, ...parts);
}

const exportOf = (her: Person) => the.database.asSystem((tx) => exported(tx, her));
const erase = (her: Person, leavesMessages = false) =>
  the.database.asSystem(async (tx) => {
    for (const domain of Object.values(DOMAINS)) await domain.eraseFor(tx, her, leavesMessages);
  });

/** Columns that say whose a row is: a key to an account or profile, or a name that says so. */
async function personColumns(): Promise<ReadonlyMap<string, readonly { column: string; isId: boolean }[]>> {
  const rows = await the.owner<{ name: string; column: string; isid: boolean }[]>`
    select c.name, a.attname as column, a.atttypid = 'uuid'::regtype as isid
    from (${ours(the.owner)}) c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p')
      and a.attgenerated = ''
      and (
        a.attname ~ '^(member|.*user_id|.*email|sent_to|subject)$'
        or (c.name = 'auth.users' and a.attname = 'id')
        or exists (
          select
          from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
            and k.confrelid in ('auth.users'::regclass, 'public.profiles'::regclass)
        )
      )
    order by c.name, a.attnum`;
  const tables = new Map<string, { column: string; isId: boolean }[]>();
  for (const { name, column, isid } of rows) {
    tables.set(name, [...(tables.get(name) ?? []), { column, isId: isid }]);
  }
  return tables;
}

/** How many rows of each table name her. */
async function rowsOf(her: Person): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [table, columns] of await personColumns()) {
    const hers = columns.map(({ column, isId }) => (isId ? `${column} = $1::uuid` : `${column}::text = $2::text`));
    const [row] = await the.cast.sql.unsafe(
      `select count(*)::int as n from ${table} where ($1::uuid is null or $2::text is null or ${hers.join(' or ')})`,
      [her.id, her.email],
    );
    counts[table] = row?.n ?? 0;
  }
  return counts;
}

const hash = () => randomBytes(32).toString('hex');

/** A member with something in every table that can name her; `kept` marks what she wrote, `foreign` what others did. */
async function memberWithEverything() {
  const { cast } = the;
  const { sql } = cast;
  const her = await cast.member('Gisèle', { role: 'admin' });
  const other = await cast.member('Monique');
  const own = await cast.salon(her, { name: `Son salon ${hash().slice(0, 6)}` });
  const alone = await cast.salon(her, { name: 'Rien que pour elle' });
  const shared = await cast.salon(other);
  await cast.join(other, own.id);
  await cast.join(her, shared.id);
  await sql`
    insert into salon_bans (salon_id, user_id, reason, banned_by)
    values (${shared.id}, ${her.id}, 'Un motif', ${other.id}), (${own.id}, ${other.id}, 'Mon motif', ${her.id})`;
  await sql`
    insert into salon_requests (salon_id, user_id, words, answered_by)
    values (${shared.id}, ${her.id}, 'Ma demande', ${other.id}), (${own.id}, ${other.id}, 'La sienne', ${her.id})`;
  for (const [by, email] of [
    [her.id, 'amie@exemple.fr'],
    [other.id, her.email],
  ])
    await sql`
      insert into salon_invitations (salon_id, invited_by, email, token_hash)
      values (${shared.id}, ${by ?? null}, ${email ?? null}, ${hash()})`;
  const post = async (author: string, words: string, answers: number | null = null) => {
    const [made] = await sql<{ id: number }[]>`
      insert into chat_messages (salon_id, user_id, content, reply_to_id, client_key)
      values (${shared.id}, ${author}, ${words}, ${answers}, ${randomUUID()}) returning id::int`;
    return made?.id ?? 0;
  };
  const message = await post(her.id, 'Mes mots à moi');
  const answer = await post(other.id, 'Les mots de Monique', message);
  await sql`insert into message_reactions (message_id, user_id, emoji) values (${answer}, ${her.id}, 'coeur')`;
  await sql`insert into message_reactions (message_id, user_id, emoji) values (${message}, ${other.id}, 'coeur')`;
  await sql`
    insert into presence_leases (connection, salon_id, user_id, expires_at)
    values (${randomUUID()}, ${shared.id}, ${her.id}, now() + interval '1 minute')`;
  await sql`insert into blocks (blocker_id, blocked_id) values (${her.id}, ${other.id}), (${other.id}, ${her.id})`;
  await sql`
    insert into reports (reporter_id, reported_id, reason)
    values (${her.id}, ${other.id}, 'Mon signalement'), (${other.id}, ${her.id}, 'Celui de Monique')`;
  await sql`select add_notice(${her.id}, 'badge', 'mien', said => 'Son badge')`;
  await sql`insert into notice_refusals (user_id, kind) values (${her.id}, 'badge')`;
  await sql`insert into profile_views (viewer_id, viewed_id, day) values (${her.id}, ${other.id}, '2026-11-27')`;
  await sql`
    insert into pictures (name, folder, user_id, width, height)
    values (${hash().slice(0, 25)}, 'avatars', ${her.id}, 400, 400)`;
  await learning(her.id);
  await signedIn(her);
  await written(her);
  await paid(her);
  await sql`
    insert into trials (address_hash, user_id, ends_at)
    values (${randomBytes(32).toString('base64url')}, ${her.id}, now() + interval '1 day')`;
  await sql`insert into consents (user_id, purpose, version) values (${her.id}, 'compte', '2026-11')`;
  await sql`insert into audit_log (actor_id, subject_id, action) values (${other.id}, ${her.id}, 'mail_history')`;
  await sql`insert into audit_log (actor_id, subject_id, action) values (${her.id}, ${other.id}, 'mail_history')`;
  return { her, other, own, alone, shared, message, answer };
}

async function learning(id: string): Promise<void> {
  const { sql } = the.cast;
  const course = await the.cast.course();
  const [lesson = ''] = course.lessons;
  await sql`insert into enrollments (user_id, course_id) values (${id}, ${course.id})`;
  await sql`insert into user_lesson_progress (user_id, lesson_id) values (${id}, ${lesson})`;
  await sql`insert into user_progress_history (user_id, course_id, kind) values (${id}, ${course.id}, 'enrolled')`;
  await sql`insert into lesson_notes (user_id, lesson_id, content) values (${id}, ${lesson}, 'Ma note')`;
  await sql`
    insert into certificates (user_id, course_id, member_name, course_title, course_summary, course_slug, pillar_number,
      lesson_count, minutes, started_at, completed_at)
    values (${id}, ${course.id}, 'Gisèle', 'Un cours', '', ${course.slug}, 1, 2, 20, now() - interval '1 day', now())`;
}

async function signedIn(her: Person): Promise<void> {
  const { sql } = the.cast;
  const [session] = await sql<{ handle: string }[]>`
    insert into auth.sessions (id, user_id, expires_at) values (${hash()}, ${her.id}, now() + interval '1 day')
    returning handle`;
  const handle = session?.handle ?? '';
  await sql`insert into auth.proof_codes (session, hash, expires_at) values (${handle}, ${hash()}, now())`;
  await sql`
    insert into auth.session_transfers (session, user_id, link_hash, code_hash, expires_at)
    values (${handle}, ${her.id}, ${hash()}, ${hash()}, now())`;
  await sql`insert into auth.suspensions (user_id, reason, lifted_at) values (${her.id}, 'Une raison', now())`;
  await sql`insert into auth.devices (user_id, hash) values (${her.id}, ${hash()})`;
  await sql`insert into auth.recovery_codes (user_id, hash) values (${her.id}, ${hash()})`;
  await sql`insert into auth.tokens (hash, user_id, purpose, expires_at) values (${hash()}, ${her.id}, 'reset', now())`;
  await sql`
    insert into auth.tokens (hash, email, purpose, expires_at) values (${hash()}, ${her.email}, 'invitation', now())`;
  await sql`
    insert into auth.waits (hash, purpose, email, made_user_id, expires_at)
    values (${hash()}, 'sign_in', ${her.email}, ${her.id}, now())`;
  await sql`
    insert into auth.oauth_accounts (provider, subject, user_id, email)
    values ('google', ${hash()}, ${her.id}, ${her.email})`;
  await sql`
    insert into auth.oauth_arrivals (hash, provider, subject, email, stays, expires_at)
    values (${hash()}, 'github', ${hash()}, ${her.email}, false, now())`;
  await sql`
    insert into auth.address_changes (user_id, old_email, new_email, confirm_hash, stop_hash, expires_at)
    values (${her.id}, ${her.email}, 'ailleurs@exemple.fr', ${hash()}, ${hash()}, now())`;
}

async function paid(her: Person): Promise<void> {
  const { sql } = the.cast;
  const customer = `cus_${hash()}`;
  await sql`insert into stripe_customers (id, user_id, livemode) values (${customer}, ${her.id}, false)`;
  await sql`
    insert into subscriptions (id, user_id, customer_id, plan, status)
    values (${`sub_${hash()}`}, ${her.id}, ${customer}, 'annuel', 'active')`;
  await sql`
    insert into invoices (id, customer_id, user_id, livemode, status, currency, total_cents, paid_cents, created_at)
    values (${`in_${hash()}`}, ${customer}, ${her.id}, false, 'paid', 'eur', 47000, 47000, now())`;
}

async function written(her: Person): Promise<void> {
  const { sql } = the.cast;
  await sql`insert into outbox (template, props, user_id) values ('welcome', '{"name":"Secret de Monique"}', ${her.id})`;
  await sql`insert into outbox (template, props, email) values ('invitation', '{}', ${her.email})`;
  await sql`insert into mail_stops (email, reason, stopped_at) values (${her.email}, 'complaint', now())`;
  await sql`select wish_on_list(${her.email}, 'members', true)`;
}

/** Rows that may name her afterwards, with the reason. */
const STAYS: Readonly<Record<string, string>> = {
  'public.mail_stops': 'a complaint stays known, or we would write there again',
  'public.mail_list_wishes': 'the wish that the provider forgets her, until its job has carried it out',
};

/** Tables with a column that is no person of ours. */
const NOBODY: Readonly<Record<string, string>> = {};

describe('every table that names a person', () => {
  test('is named by a personal-data file, or stands here with the reason', async () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^[^/\\]+[/\\]personal-data\.ts$/.test(file),
    );
    const words = files.map((file) => readFileSync(`app/${file}`, 'utf8')).join('\n');
    const forgotten = [...(await personColumns()).keys()].filter(
      (table) => !words.includes(`'${table}'`) && !(table in NOBODY),
    );
    expect(forgotten).toEqual([]);
  });

  test('every domain that has such a file takes part', () => {
    const folders = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[^/\\]+[/\\]personal-data\.ts$/.test(file))
      .map((file) => file.split(/[/\\]/)[0]);
    expect(folders.sort()).toEqual(Object.keys(DOMAINS).sort());
  });
});

describe('a member with something in every table', () => {
  test('finds all of it in her export, and nobody else’s words, and no secret', async () => {
    const { her } = await memberWithEverything();
    const there = await rowsOf(her);
    const nothing = (counts: Readonly<Record<string, number>>) => Object.keys(counts).filter((table) => !counts[table]);
    // A table that stands here is new: `memberWithEverything` puts something into it.
    expect(nothing(there)).toEqual([]);
    const data = await exportOf(her);
    const empty = Object.keys(there).filter((table) => !data[table]?.length);
    expect(empty).toEqual([]);
    const text = JSON.stringify(data);
    expect(text).toContain('Mes mots à moi');
    expect(text).toContain('Ma note');
    expect(text).not.toMatch(/Monique|password|"hash"|_hash/);
  });

  test('leaves no row after her erasure but those with a reason', async () => {
    const { her, own, alone, other } = await memberWithEverything();
    await erase(her);
    const left = Object.entries(await rowsOf(her)).filter(([, count]) => count > 0);
    expect(left.map(([table]) => table).sort()).toEqual(Object.keys(STAYS).sort());
    const { sql } = the.cast;
    expect(await sql`select list, wanted from mail_list_wishes where email = ${her.email}`).toEqual([
      { list: 'contact', wanted: false },
    ]);
    // What she owned with others goes on under one of them (D33); what was hers alone is gone.
    expect(await sql`select id, owner_id from salons where id in (${own.id}, ${alone.id})`).toEqual([
      { id: own.id, owner_id: other.id },
    ]);
    expect(await sql`select role from salon_members where salon_id = ${own.id}`).toEqual([{ role: 'owner' }]);
    expect(await sql`select salons_created, salons_joined from profiles where id = ${other.id}`).toEqual([
      { salons_created: 2, salons_joined: 0 },
    ]);
    expect(await sql`select member_count from salons where id = ${own.id}`).toEqual([{ member_count: 1 }]);
  });

  test.each([
    { leaves: false, content: '', deleted: true },
    { leaves: true, content: 'Mes mots à moi', deleted: false },
  ])('whose messages keep their place as « Ancien membre » (leaves them: $leaves)', async (wanted) => {
    const { her, message, answer, shared } = await memberWithEverything();
    const before = await seqOf(shared.id);
    await erase(her, wanted.leaves);
    const rows = await the.cast.sql`
      select id::int, full_name, content, is_deleted, reply_full_name, reactions, changed_seq > ${before} as told
      from chat_messages_with_profiles
      where id in (${message}, ${answer})
      order by id`;
    expect(rows).toMatchObject([
      { full_name: 'Ancien membre', content: wanted.content, is_deleted: wanted.deleted, told: true },
      {
        content: 'Les mots de Monique',
        is_deleted: false,
        reply_full_name: 'Ancien membre',
        reactions: null,
        told: true,
      },
    ]);
    expect(rows[0]?.reactions === null).toBe(!wanted.leaves);
  });

  test('is erased beside another who has spoken in the same salons, and a third one’s rows stay', async () => {
    const [one, two] = [await memberWithEverything(), await memberWithEverything()];
    // Each has come to the two salons in another order: without an order of locks they would wait for each other.
    await spoken(one.her, one.shared.id);
    await spoken(two.her, two.shared.id);
    await spoken(one.her, two.shared.id);
    await spoken(two.her, one.shared.id);
    const neighbour = await rowsOf(one.other);
    await Promise.all([erase(one.her), erase(two.her, true)]);
    const after = await rowsOf(one.other);
    const lost = Object.keys(neighbour).filter((table) => (after[table] ?? 0) < (neighbour[table] ?? 0));
    // Lines about the one who left go with her, as does a reaction with the words that it was for.
    // And what was told of words that are gone.
    const between = [
      'public.blocks',
      'public.notices',
      'public.profile_views',
      'public.reports',
      'public.salon_bans',
      'public.salon_invitations',
      'public.salon_requests',
    ];
    expect(lost.sort()).toEqual(['public.audit_log', 'public.message_reactions', ...between].sort());
  });
});

async function spoken(member: Person, salon: string): Promise<void> {
  await the.cast.sql`
    insert into chat_messages (salon_id, user_id, content)
    select ${salon}, ${member.id}, 'Bonsoir' from generate_series(1, 400)`;
}

async function seqOf(salon: string): Promise<number> {
  const [row] = await the.cast.sql<{ seq: number }[]>`select last_seq::int as seq from salons where id = ${salon}`;
  return row?.seq ?? 0;
}
