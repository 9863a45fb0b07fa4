/** The former backend's members, salons and conversations come over whole, and its flaws are told (X16, X12, X13, X14, G12). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash as bcrypt } from 'bcryptjs';
import postgres from 'postgres';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPassword } from '~/auth/passwords';
import { projectRoot } from '../../db/project-root';
import { planOf } from '../../scripts/import/plan';
import { rowsOf } from '../../scripts/import/reading';
import { writePlan } from '../../scripts/import/write';
import { type Cast, castIn } from '../support/cast';
import { freshDatabase } from '../support/database';
import { asCopy, asCsv, asInserts, formerTables, id } from '../support/former-dump';

const PASSWORD = 'noisette-parapluie-bleu';
const NOW = '2026-11-27T10:00:00.000Z';
const folder = mkdtempSync(path.join(tmpdir(), 'aurora50-reprise-'));
let sql: postgres.Sql;
let cast: Cast;
let former: ReturnType<typeof formerTables>;

beforeAll(async () => {
  former = formerTables(150, 5_000, await bcrypt(PASSWORD, 4));
});
beforeEach(async () => {
  const database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  cast = castIn(database.url);
  return async () => {
    await Promise.all([sql.end(), cast.close()]);
    await database.drop();
  };
});

const file = (name: string, content: string | Buffer) => {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
};
const plan = (place: string) => planOf(rowsOf(place), NOW);
const counts = async () => {
  const [row] = await cast.sql`
    select
      (select count(*)::int from auth.users) as users, (select count(*)::int from salons) as salons,
      (select count(*)::int from salon_members) as members, (select count(*)::int from chat_messages) as messages,
      (select count(*)::int from message_reactions) as reactions`;
  return row;
};
// 150 members; five salons, the general one; 150 + the owner of a salon that she had not joined, and of the general one.
const WANTED = { users: 150, salons: 6, messages: 5_002, reactions: 1 };

describe.each(['copy', 'inserts', 'csv'])('a dump as %s', (form) => {
  const place = () => {
    if (form === 'copy') return file('copy.sql', asCopy(former));
    if (form === 'inserts') return file('inserts.sql', asInserts(former));
    const csv = path.join(folder, 'csv');
    mkdirSync(csv, { recursive: true });
    for (const [name, content] of asCsv(former)) writeFileSync(path.join(csv, name), content);
    return csv;
  };

  test('keeps ids and counts, in seconds; a trial writes nothing', async () => {
    const began = performance.now();
    const read = await plan(place());
    await writePlan(sql, read, false);
    expect(await counts()).toMatchObject({ users: 0, messages: 0 });
    await writePlan(sql, read, true);
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(await counts()).toMatchObject(WANTED);
    const [message] = await cast.sql`select content, seq::int, user_id from chat_messages where id = 1`;
    expect(message).toEqual({ content: "Mot 1 : c'est l'été; « ça va ? »", seq: 1, user_id: id('user', 1) });
    const [anne] = await cast.sql`select full_name, bio, interests from profiles where id = ${id('user', 3)}`;
    expect(anne).toEqual({
      full_name: 'Membre 3',
      bio: 'Première ligne\nDeuxième\tligne \\ fin',
      interests: ['jardin', 'longues marches'],
    });
  });
});

test('tells what it refuses and what it mends, with the reason', async () => {
  const read = await plan(file('copy.sql', asCopy(former)));
  const reasons = Object.fromEntries(
    [...read.report].map(([table, line]) => [table, Object.fromEntries(line.reasons)]),
  );
  expect(reasons).toMatchObject({
    'auth.users': { 'adresse en double': 1, 'sans adresse de courriel': 1, 'compte supprimé': 1 },
    'auth.identities': { 'autre façon de se connecter': 1, 'sans compte': 1 },
    profiles: { 'sans compte': 1, 'formule à relire chez Stripe': 15 },
    salons: {
      'nouveau code de partage': 1,
      'sans propriétaire et sans membre': 1,
      'confié à son plus ancien membre': 1,
    },
    salon_members: { 'en double': 1, 'sans salon': 1 },
    chat_messages: {
      ...{ 'en double': 1, 'sans salon': 1, 'texte trop long': 1, 'réponse à un message absent': expect.any(Number) },
      ...{ 'mis dans « Salon général »': 100, 'signé « Ancien membre »': 1 },
    },
    message_reactions: { 'en double': 1, 'autre signe': 1, 'sans message': 1 },
    user_stats: { 'cette table n’est pas reprise': 1 },
  });
});

test('counters, places and rights are as if all had been written here; the old password opens the account', async () => {
  await writePlan(sql, await plan(file('copy.sql', asCopy(former))), true);
  const wrong = await cast.sql`
    select id from salons s
    where message_count <> (select count(*) from chat_messages where salon_id = s.id and not is_deleted)
      or member_count <> (select count(*) from salon_members where salon_id = s.id)
      or last_seq <> (select coalesce(max(changed_seq), 0) from chat_messages where salon_id = s.id)
      or not exists (select from salon_members where salon_id = s.id and user_id = s.owner_id and role = 'owner')`;
  expect(wrong).toEqual([]);
  const miscounted = await cast.sql`
    select id from profiles p
    where salons_created <> (select count(*) from salons where owner_id = p.id)
      or salons_joined <> (select count(*) from salon_members where user_id = p.id and role <> 'owner')`;
  expect(miscounted).toEqual([]);
  const [account] = await cast.sql`select email, password_hash from auth.users where id = ${id('user', 1)}`;
  expect(account?.email).toBe('membre1@exemple.fr');
  expect([
    await isPassword(PASSWORD, account?.password_hash),
    await isPassword('autre', account?.password_hash),
  ]).toEqual([true, false]);
  expect(await cast.sql`select email_confirmed_at from auth.users where id = ${id('user', 7)}`).toEqual([
    { email_confirmed_at: null },
  ]);
  expect(await cast.sql`select provider, subject from auth.oauth_accounts`).toEqual([
    { provider: 'google', subject: '1234567890' },
  ]);
  // The next message goes on after the last one.
  const [next] = await cast.sql`
    insert into chat_messages (salon_id, user_id, content)
    select salon_id, user_id, 'Bonjour' from chat_messages where id = 1 returning id::int`;
  expect(next?.id).toBeGreaterThan(5_002);
});

/** Written by pg_dump 15 from a server with the tables of `formerTables(3, 6)`. */
const CUSTOM = path.join(projectRoot(), 'tests/support/former.dump');
const hasRestore = spawnSync('pg_restore', ['--version']).status === 0;

test.runIf(hasRestore)('a dump in the custom format of pg_dump is read by pg_restore', async () => {
  const read = await plan(CUSTOM);
  expect([read.users.size, read.messages.length, read.salons.size]).toEqual([3, 6, 3]);
  expect(read.messages[0]?.content).toBe("Mot 2 : c'est l'été; « ça va ? »");
});

test('without pg_restore the custom format is refused, with the way out', async () => {
  const before = process.env.PATH;
  process.env.PATH = '';
  const read = plan(CUSTOM);
  await expect(read.finally(() => Object.assign(process.env, { PATH: before }))).rejects.toThrow(
    /pas installé.*--format=plain/,
  );
});

describe('what is no dump of this backend is refused as a whole', () => {
  test.each([
    ['a statement that is no row', 'update public.profiles set full_name = null;', 'n’est ni COPY ni INSERT'],
    ['a command of psql', '\\! rm -rf /', 'n’est ni COPY ni INSERT'],
    ['a function in the values', 'INSERT INTO public.profiles (id) VALUES (pg_sleep(9));', 'n’est ni COPY ni INSERT'],
    ['a file that ends too soon', 'COPY public.profiles (id) FROM stdin;\nabc', 'au milieu'],
    ['another encoding', Buffer.from("INSERT INTO public.salons (name) VALUES ('\xe9t\xe9');", 'latin1'), 'UTF-8'],
    ['a line without an end', `COPY public.profiles (id) FROM stdin;\n${'x'.repeat(10_000_000)}`, 'trop longue'],
    ['values without the names of columns', "INSERT INTO public.profiles VALUES ('a');", '--column-inserts'],
    ['too few columns', 'COPY public.profiles (id, bio) FROM stdin;\nabc\n\\.\n', 'colonnes'],
  ])('%s', async (_, content, words) => {
    await expect(plan(file('foreign.sql', content))).rejects.toThrow(words);
  });

  test('an address that has an account here leaves nothing behind', async () => {
    await cast.sql`insert into auth.users (email) values ('membre9@exemple.fr')`;
    await expect(writePlan(sql, await plan(file('copy.sql', asCopy(former))), true)).rejects.toThrow(/users_email_key/);
    expect(await counts()).toMatchObject({ users: 1, messages: 0, salons: 0 });
  });
});
