/** The former backend's members, salons and conversations come over whole, and its flaws are told (X16, X12, X13, X14, G12). */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash as bcrypt } from 'bcryptjs';
import postgres from 'postgres';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPassword } from '~/auth/passwords';
import { openFiles } from '~/files/open';
import { rebuildStats } from '~/play/queries/rebuild';
import { projectRoot } from '../../db/project-root';
import { bring, siteBefore } from '../../scripts/import/bring';
import { planOf } from '../../scripts/import/plan';
import { rowsOf } from '../../scripts/import/reading';
import { writePlan } from '../../scripts/import/write';
import { type Cast, castIn } from '../support/cast';
import { freshDatabase } from '../support/database';
import { asCopy, asCsv, asInserts, formerTables } from '../support/former-dump';
import { id } from '../support/former-rows';

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
    salon_invitations: { 'sans salon': 1, 'sans destinataire': 1, 'en double': 1 },
    courses: { 'sans titre': 1, 'adresse en double': 1, 'pilier inconnu : mis dans le premier': 1 },
    lessons: { 'sans cours': 1, 'numéro pris ou absent : mise à la suite': 1 },
    enrollments: { 'déjà inscrite à ce cours': 1, 'sans compte': 1, 'sans cours': 1 },
    user_courses: { 'déjà inscrite à ce cours': 1, 'sans compte': 1 },
    user_lesson_progress: {
      ...{ 'en double': 1, 'sans leçon': 1, 'avancement et état accordés': 1, 'inscrite au cours de cette leçon': 1 },
    },
    user_progress_history: { 'étape inconnue': 1, 'sans cours': 1, 'sans compte': 1 },
    user_stats: { 'en double': 1, 'sans compte': 2, 'série de jours recomptée d’après le journal': 1 },
    user_achievements: { 'en double': 1, 'sans compte': 1 },
    user_activities: { 'sans titre': 1, 'sans compte': 1, 'gardée sans sa sorte, que ce site ne connaît pas': 1 },
    email_verifications: { 'cette table n’est pas reprise': 1 },
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

test('courses, progress, points, badges and invitations come over as far as this site can hold them', async () => {
  const read = await plan(file('copy.sql', asCopy(former)));
  await writePlan(sql, read, true);
  const followed = await cast.sql`
    select e.user_id, c.slug, e.completion_percentage as percentage, e.completed_at is not null as done
    from enrollments e join courses c on c.id = e.course_id
    where e.user_id in (${id('user', 2)}, ${id('user', 3)}, ${id('user', 4)}, ${id('user', 6)})`;
  expect(new Set(followed.map((row) => Object.values(row).join(' ')))).toEqual(
    new Set([
      `${id('user', 2)} ecrire-a-ses-proches 100 true`,
      `${id('user', 3)} marcher-tous-les-jours 75 false`,
      `${id('user', 4)} ecrire-a-ses-proches 0 false`,
      `${id('user', 6)} marcher-tous-les-jours 50 false`,
    ]),
  );
  // The same ids where a row has one.
  expect(await cast.sql`select from user_lesson_progress where id = ${id('progress', 31)}`).toHaveLength(1);
  expect(await cast.sql`select kind, seconds from user_progress_history order by id`).toEqual([
    { kind: 'started', seconds: 0 },
    { kind: 'completed', seconds: 600 },
  ]);
  const [stats] = await cast.sql`
    select points, level, total_lessons_completed as lessons from user_stats where user_id = ${id('user', 1)}`;
  expect(stats).toEqual({ points: 12_345, level: 10, lessons: 0 });
  expect(await rebuildStats(cast.sql as never), 'points are what the journal says').toBe(0);
  expect(await cast.sql`select badge_id, rarity from user_achievements order by badge_id`).toEqual([
    { badge_id: 'legende', rarity: 'precious' },
    { badge_id: 'premiers-pas', rarity: 'common' },
  ]);
  const invited = await cast.sql`
    select email::text, uses, revoked_at is not null as gone from salon_invitations order by email`;
  expect(invited).toEqual([
    { email: 'amie@exemple.fr', uses: 0, gone: false },
    { email: 'membre2@exemple.fr', uses: 1, gone: false },
    { email: 'part@exemple.fr', uses: 0, gone: true },
  ]);
});

test('a course that this site has too is followed here, lesson by lesson', async () => {
  const [course] = await cast.sql<{ id: string }[]>`
    insert into courses (title, slug, pillar_number) values ('Marcher', 'marcher-tous-les-jours', 1) returning id`;
  await cast.sql`
    insert into lessons (course_id, slug, title, lesson_number)
    select ${course?.id ?? ''}, 'lecon-' || n, 'Leçon ' || n, n from generate_series(1, 2) n`;
  const read = await planOf(rowsOf(file('copy.sql', asCopy(former))), NOW, await siteBefore(sql));
  await writePlan(sql, read, true);
  const [hers] = await cast.sql`
    select completion_percentage as percentage, course_id = ${course?.id ?? ''} as here
    from enrollments where user_id = ${id('user', 3)}`;
  expect(hers).toEqual({ percentage: 100, here: true });
  expect(read.report.get('lessons')?.reasons.get('le cours de ce site n’a pas cette leçon')).toBe(2);
});

describe('pictures from a folder', () => {
  const pictures = path.join(folder, 'photos');
  const files = openFiles({ dataDir: path.join(folder, 'site'), bucket: null });
  const kept = () =>
    readdirSync(path.join(folder, 'site'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  const painted = () => sharp({ create: { width: 300, height: 300, channels: 3, background: '#a64' } });
  beforeAll(async () => {
    for (const at of ['avatars/1', 'avatars/2', 'avatars/3', 'covers/1', 'salon-avatars', 'avatars/7'])
      mkdirSync(path.join(pictures, at), { recursive: true });
    const place = { IFD0: { Copyright: 'quetsche-bergamote' } };
    await painted().withExif(place).jpeg().toFile(path.join(pictures, 'avatars/1/marie.jpg'));
    writeFileSync(path.join(pictures, 'avatars/2/lourde.jpg'), Buffer.alloc(3 * 1024 * 1024));
    writeFileSync(path.join(pictures, 'avatars/3/texte.png'), 'bonjour');
    await painted().webp().toFile(path.join(pictures, 'covers/1/mer.webp'));
    await painted().png().toFile(path.join(pictures, 'salon-avatars/jardin.png'));
    await painted().png().toFile(path.join(pictures, 'avatars/7/personne.png'));
    await painted().jpeg().toFile(path.join(folder, 'secret.jpg'));
    mkdirSync(path.join(folder, 'site'), { recursive: true });
  });
  const brought = async (keeps: boolean) => {
    const read = await plan(file('copy.sql', asCopy(former)));
    await bring(sql, read, { pictures, files, keeps });
    return read.report.get('photos');
  };

  test('are those that somebody shows, judged and made anew; a trial says the same and writes nothing', async () => {
    const tried = await brought(false);
    expect(kept()).toEqual([]);
    const done = await brought(true);
    expect(done).toEqual(tried);
    expect([done?.read, done?.taken, Object.fromEntries(done?.reasons ?? [])]).toEqual([
      ...[8, 3],
      {
        ...{ 'trop lourde': 1, 'ni JPEG, ni PNG, ni WebP': 1, 'fichier absent': 2, 'photo d’un autre site': 1 },
        'fichiers que personne ne montre : laissés': 1,
      },
    ]);
    // Two widths in three formats each.
    expect(kept()).toHaveLength(18);
    for (const name of kept())
      expect(readFileSync(path.join(folder, 'site', name), 'latin1')).not.toContain('quetsche');
    const shown = await cast.sql`
      select p.folder from pictures p
      left join profiles f on '/fichiers/' || p.folder || '/' || p.name in (f.avatar_url, f.cover_url) and f.id = p.user_id
      left join salons s on s.avatar_url = '/fichiers/' || p.folder || '/' || p.name and s.id = p.salon_id
      where f.id is not null or s.id is not null order by 1`;
    expect(shown.map((row) => row.folder)).toEqual(['avatars', 'covers', 'salon-avatars']);
    rmSync(path.join(folder, 'site/fichiers'), { recursive: true });
  });

  test('of an import that the database refuses none stays', async () => {
    await cast.sql`insert into auth.users (email) values ('membre9@exemple.fr')`;
    await expect(brought(true)).rejects.toThrow(/users_email_key/);
    expect(kept()).toEqual([]);
  });
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
