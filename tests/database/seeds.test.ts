/** X04–X07: what the seeding commands add, and that cleaning leaves nothing of it and everything else. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadCourses } from '~/courses/files/load';
import { rollback, versionOf } from '../../db/migrate';
import { clean, plant } from '../../demo/seeds/plant';
import { NAMED } from '../../demo/seeds/seeds';
import { run } from '../support/command';
import { freshDatabase } from '../support/database';
import { everything as digests } from '../support/digests';
import { type Stage, stage } from '../support/policies';

let the: Stage;
beforeAll(async () => {
  the = await stage();
  await loadCourses(the.url);
  // Loading them is the site's own act; how old they are belongs to the courses.
  await the.cast.sql`update courses set created_at = now() - interval '2 years'`;
  await the.cast.sql`update lessons set created_at = now() - interval '2 years'`;
});
afterAll(() => the.close());

const everything = () => digests(the.owner);
const seedsOf = (name: string) => NAMED[name] ?? [];
const count = async (table: string) => {
  const [row] = await the.owner.unsafe(`select count(*)::int as n from ${table}`);
  return Number(row?.n);
};

describe.each(['test-user', 'test-users', 'chat', 'all'])('seed:%s', (name) => {
  test('is there once however often it is asked for, and gone without a trace after clean', async () => {
    const before = await everything();
    const began = performance.now();
    for (const seed of seedsOf(name)) expect(await plant(the.url, seed, new Date())).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(30_000);
    const seeded = await everything();
    expect(seeded).not.toEqual(before);
    for (const seed of seedsOf(name)) expect(await plant(the.url, seed, new Date())).toBeNull();
    expect(await everything()).toEqual(seeded);
    for (const seed of seedsOf(name)) expect(await clean(the.url, seed, { force: false })).toBeGreaterThan(0);
    expect(await everything()).toEqual(before);
    for (const seed of seedsOf(name)) expect(await clean(the.url, seed, { force: false })).toBe(0);
  });
});

test('the members of the seeds have each plan, every text size, and names of many scripts', async () => {
  for (const name of ['test-user', 'test-users'])
    for (const seed of seedsOf(name)) await plant(the.url, seed, new Date());
  const rows = await the.cast.sql<{ plan: string; size: number; name: string }[]>`
    select subscription_type as plan, text_size as size, full_name as name
    from profiles p join auth.users u on u.id = p.id where u.email like 'essai.%'`;
  expect(new Set(rows.map(({ plan }) => plan))).toEqual(new Set(['freemium', 'premium', 'annuel']));
  expect(new Set(rows.map(({ size }) => size))).toEqual(new Set([1, 2, 3, 4]));
  expect(rows.some(({ name }) => /\p{Script=Arabic}/u.test(name))).toBe(true);
  for (const name of ['test-user', 'test-users'])
    for (const seed of seedsOf(name)) await clean(the.url, seed, { force: false });
});

test('the salons hold long, edited, deleted and quoted messages', async () => {
  const [seed] = seedsOf('chat');
  if (!seed) throw new Error('no seed');
  await plant(the.url, seed, new Date());
  const [row] = await the.cast.sql`
    select
      count(*) filter (where char_length(content) > 3000) > 0 as long,
      count(*) filter (where edited_at is not null) > 0 as edited,
      count(*) filter (where is_deleted) > 0 as deleted,
      count(*) filter (where reply_to_id is not null) > 0 as quoted
    from chat_messages`;
  expect(row).toEqual({ long: true, edited: true, deleted: true, quoted: true });

  // What others have written there is not the seed's to remove.
  const paul = await the.cast.member('Paul');
  const [salon] = await the.cast.sql<{ id: string }[]>`select id from salons where name like 'Essai%' limit 1`;
  await the.cast.join(paul, salon?.id ?? '');
  await the.cast.sql`
    insert into chat_messages (salon_id, user_id, content) values (${salon?.id ?? ''}, ${paul.id}, 'de Paul')`;
  const before = await everything();
  await expect(clean(the.url, seed, { force: false })).rejects.toThrow('ne sont pas des essais');
  expect(await everything()).toEqual(before);
  expect(await clean(the.url, seed, { force: true })).toBe(4);
  expect(await count('chat_messages')).toBe(0);
  expect((await the.cast.sql`select from auth.users where id = ${paul.id}`).length).toBe(1);
});

describe('the commands', () => {
  const settings = () => ({ DATABASE_URL: the.url });

  test('say what they have done, and refuse production unless forced', async () => {
    const real = { ...settings(), ORIGIN: 'https://aurora50.example' };
    const refused = await run(real, 'seed:test-user');
    expect([refused.code, refused.said.split('\n').length]).toEqual([1, 2]);
    expect(refused.said).toContain('production');
    expect((await run(real, 'clean:all')).code).toBe(1);
    expect(await run(settings(), 'seed:test-user')).toEqual({
      code: 0,
      said: expect.stringContaining('ajouté : un membre de chaque formule (3 comptes, 0 messages)'),
    });
    expect(await run({ ...real, ENVIRONMENT: 'staging' }, 'clean:test-user')).toEqual({
      code: 0,
      said: expect.stringContaining('retiré : un membre de chaque formule (3 comptes)'),
    });
  });

  test('answer --help with how they are used, and wrong words too', async () => {
    const help = await run(settings(), 'seed:chat', '--help');
    expect(help).toEqual({ code: 0, said: expect.stringMatching(/^Ajoute .*\nUsage : npm run seed:chat.*\n$/) });
    expect(await run(settings(), 'clean:chat', '--frce')).toEqual({
      code: 1,
      said: expect.stringMatching(/^« --frce » .*\nUsage : npm run clean:.*\n$/),
    });
  });

  test('an address of the seeds that somebody else has stops them', async () => {
    await the.cast.sql`insert into auth.users (email) values ('essai.premium@exemple.fr')`;
    const { code, said } = await run(settings(), 'seed:test-user');
    expect([code, said]).toEqual([1, expect.stringContaining('essai.premium@exemple.fr est déjà celle d’un compte')]);
  });
});

test('a database that lacks migrations is made ready first, as before the first start of a site (O11)', async () => {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const newest = await versionOf(database.url);
  await rollback(database.url, 1);
  const { code, said } = await run({ DATABASE_URL: database.url, ENVIRONMENT: 'staging' }, 'seed:test-user');
  expect([code, said]).toEqual([0, expect.stringContaining('3 comptes')]);
  expect(await versionOf(database.url)).toBe(newest);
});
