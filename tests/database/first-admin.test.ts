/** A new site has no administrator: whoever owns the machine names the first one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, castIn, type Member } from '../support/cast';
import { run } from '../support/command';
import { type FreshDatabase, freshDatabase } from '../support/database';

let database: FreshDatabase;
let cast: Cast;
let anne: Member;
beforeAll(async () => {
  database = await freshDatabase();
  cast = castIn(database.url);
  anne = await cast.member('Anne');
});
afterAll(async () => {
  await cast.close();
  await database.drop();
});

const command = (...words: readonly string[]) => run({ DATABASE_URL: database.url }, ...words);
const admin = (...words: readonly string[]) => command('admin', ...words);

async function roleOf(member: Member) {
  const [row] = await cast.sql<{ role: string }[]>`select app_role as role from profiles where id = ${member.id}`;
  return row?.role;
}

test('the account of the address is an administrator, whatever its letters; twice changes nothing', async () => {
  expect(await admin('--email', anne.email.toUpperCase())).toEqual({
    code: 0,
    said: 'Ce compte est maintenant administrateur.\n',
  });
  expect(await roleOf(anne)).toBe('admin');
  expect(await admin('--email', anne.email)).toEqual({ code: 0, said: 'Ce compte est déjà administrateur.\n' });
});

test('an address without an account, or one that nobody has confirmed, is refused in a sentence', async () => {
  const paul = await cast.member('Paul');
  await cast.sql`update auth.users set email_confirmed_at = null where id = ${paul.id}`;
  for (const [email, why] of [
    ['personne@exemple.fr', 'Aucun compte'],
    [paul.email, 'pas encore confirmée'],
  ] as const) {
    const { code, said } = await admin('--email', email);
    expect([code, said.split('\n').length]).toEqual([1, 2]);
    expect(said).toContain(why);
  }
  expect(await roleOf(paul)).toBe('member');
});

test.each([[], ['--email'], ['--mail', 'x'], ['x@exemple.fr']])(
  '%j is answered with how it is used',
  async (...words) => {
    expect(await admin(...words.flat())).toEqual({
      code: 1,
      said: expect.stringMatching(/^[^\n]+\.\nUsage : npm run admin/),
    });
  },
);

test('a folder of courses that is not there is told in a sentence', async () => {
  const { code, said } = await command('migrate:courses', '/nulle/part');
  expect(code).toBe(1);
  expect(said).toContain('« /nulle/part » n’existe pas.');
  expect(said).not.toMatch(/\n\s+at |Error:/);
});
