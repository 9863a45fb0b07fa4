/** `npm run erase`: an erasure that somebody has asked for by letter or on paper (P02). */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, castIn } from '../support/cast';
import { run } from '../support/command';
import { type FreshDatabase, freshDatabase } from '../support/database';

let database: FreshDatabase;
let cast: Cast;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-erase-'));
  database = await freshDatabase();
  cast = castIn(database.url);
});
afterAll(async () => {
  await cast.close();
  await database.drop();
});

const erase = (...words: readonly string[]) =>
  run(
    { DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: '0', ORIGIN: 'http://localhost:20998' },
    'erase',
    ...words,
  );
const isThere = async (id: string) => (await cast.sql`select from auth.users where id = ${id}`).length === 1;

test('at once with --now, whatever the letters of the address; without it the seven days begin', async () => {
  const anne = await cast.member('Anne');
  const asked = await erase('--email', anne.email, '--messages', 'garder');
  expect([asked.code, asked.said]).toEqual([0, expect.stringMatching(/L’effacement est prévu le/)]);
  expect(await isThere(anne.id)).toBe(true);
  const done = await erase('--email', anne.email.toUpperCase(), '--now');
  expect([done.code, done.said]).toEqual([0, expect.stringMatching(/\/recus\/E-\d{4}-\w{10}\n$/)]);
  expect(await isThere(anne.id)).toBe(false);
  // What she had chosen herself stands.
  const [receipt] = await cast.sql`select keeps_messages from erasure_receipts where user_id = ${anne.id}`;
  expect(receipt).toEqual({ keeps_messages: true });
  expect(readFileSync(path.join(dataDir, 'effacements/liste.jsonl'), 'utf8')).toContain(anne.id);
  expect((await erase('--email', anne.email, '--now')).code).toBe(1);
});

test('the last administrator, and words that it does not know, are refused in a sentence', async () => {
  const admin = await cast.member('Odile', { role: 'admin' });
  const refused = await erase('--email', admin.email, '--now');
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('seule personne qui administre')]);
  expect(await isThere(admin.id)).toBe(true);
  expect((await erase('--email', admin.email, '--messages', 'peut-être')).said).toContain('Usage');
});
