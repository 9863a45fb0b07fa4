/**
 * Every command that docs/operating.md gives is typed here as it stands there (issue G30), on one database; what cannot be typed
 * in a test says why, and which test does it elsewhere. A command that is new in the manual fails until it is here.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newKey } from '../../db/backup/seal';
import { projectRoot } from '../../db/project-root';
import { type Cast, castIn } from '../support/cast';
import { run } from '../support/command';
import { type FreshDatabase, freshDatabase } from '../support/database';

const manual = readFileSync(path.join(projectRoot(), 'docs/operating.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));

/** Spans of code that begin with a program, with SQL, or with a name of package.json. */
const PROGRAMS = /^(npm|tar|age|openssl|stripe|kill|select|grant|create) /;
const commands = new Set(
  [...manual.matchAll(/(?<!`)`([^`]+)`(?!`)/g)]
    .map(([, span = '']) => span.replace(/\s*\n\s*/g, ' '))
    .filter((span) => PROGRAMS.test(span) || (span.includes(':') && span in scripts)),
);

let database: FreshDatabase;
let cast: Cast;
let folder: string;
let key: string;
const known = { email: 'adresse@exemple.fr' };
beforeAll(async () => {
  database = await freshDatabase();
  cast = castIn(database.url);
  folder = mkdtempSync(path.join(tmpdir(), 'aurora50-manuel-'));
  key = await newKey();
  const admin = await cast.member('Irène');
  await cast.sql`update auth.users set email = ${known.email}, email_confirmed_at = now() where id = ${admin.id}`;
});
afterAll(async () => {
  await cast.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = () => ({
  ...{ DATABASE_URL: database.url, DATA_DIR: folder, BACKUP_KEY: key, DEMO: '0', ORIGIN: 'http://localhost:20996' },
});
/** What comes after `npm run` in the manual, or the short name alone. */
async function typed(command: string): Promise<string> {
  const words = command
    .replace(/^npm run /, '')
    .split(' ')
    .filter((word) => word !== '--' && word !== '');
  const { code, said } = await run(settings(), ...words);
  expect([command, code, code === 0 ? '' : said]).toEqual([command, 0, '']);
  return said;
}

/** In the order in which they are typed. */
const TYPED: Readonly<Record<string, RegExp>> = {
  'npm run backup -- --new-key': /^AGE-SECRET-KEY-/m,
  'test:connection': /toutes appliquées/,
  'npm run admin -- --email adresse@exemple.fr': /maintenant administrat/,
  'npm run migrate:courses': /cours/,
  'npm run seed:test-user': /3 comptes/,
  'npm run seed:test-users': /./,
  'npm run clean:test-user': /./,
  'clean:test-users': /./,
  'npm run play:rebuild': /./,
  'npm run db:rollback': /\d/,
  'npm run db:migrate': /./,
  'db:verify': /./,
  'npm run backup': /\.age$/m,
};

const SAME: Readonly<Record<string, string>> = { 'db:rollback': 'npm run db:rollback' };

/** Typed by another test, with more than one command line needs. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'tests/faults/commands.test.ts',
  'kill -9': 'tests/database/embedded.test.ts',
  'npm run dev': 'tests/faults/commands.test.ts',
  'npm run release': 'tests/faults/release.test.ts',
  'tar xzf aurora50-….tgz && cd package && npm ci --omit=dev && npm start': 'tests/faults/release.test.ts',
  'npm run upgrade': 'tests/faults/upgrade.test.ts',
  'npm run restore': 'tests/database/backup.test.ts',
  'npm run restore -- file.age --yes': 'tests/database/backup.test.ts',
  'npm run backup -- --drill': 'tests/database/watch.test.ts',
  'npm run self-test -- --email A': 'tests/http/self-tests.test.ts',
  'npm run seed:chat': 'tests/database/seeds.test.ts',
  'npm run seed:all': 'tests/database/seeds.test.ts',
  'clean:chat': 'tests/database/seeds.test.ts',
  'clean:all': 'tests/database/seeds.test.ts',
  'npm run erase -- --email A --now': 'tests/database/erasure-command.test.ts',
  'npm run import:export -- FICHIER.zip': 'tests/database/import-copy.test.ts',
  'npm run import:supabase -- DUMP --pictures FOLDER --dry-run': 'tests/database/import.test.ts',
};

/** Typed nowhere. */
const BY_HAND: Readonly<Record<string, string>> = {
  'npm ci': 'it is what installs the tests',
  'npm ci --include=dev': 'it would install anew what runs the tests',
  'npm run preview': 'it serves until Ctrl-C, from seed:all and scripts/start.mjs, which are typed elsewhere',
  'db:psql': 'it needs the program psql and a person at the keyboard',
  'npm run db:psql': 'it needs the program psql and a person at the keyboard',
  'stripe listen --forward-to localhost:3000/api/webhooks/stripe': 'it needs an account at Stripe',
  'stripe trigger invoice.payment_failed': 'it needs an account at Stripe',
  'age --decrypt -i key.txt file.age | tar xz': 'it needs the program age; the format is the library’s own',
  'grant pg_read_all_stats to aurora_system': 'only a superuser of the server may, and the tests have none',
  'openssl rand -hex 32': 'it is of another program, and changes nothing here',
};

/** SQL, as the user that the manual names. */
const STATEMENTS = [
  'select rebuild_progress(null)',
  "create database aurora50 encoding 'UTF8' locale 'C.UTF-8' template template0;",
];

test('every command of the manual is typed here or elsewhere, or says why not', () => {
  const here = [TYPED, SAME, ELSEWHERE, BY_HAND].flatMap((each) => Object.keys(each)).concat(STATEMENTS);
  expect([...commands].filter((command) => !here.includes(command))).toEqual([]);
  expect(here.filter((command) => !commands.has(command))).toEqual([]);
  for (const file of Object.values(ELSEWHERE)) expect(existsSync(path.join(projectRoot(), file)), file).toBe(true);
});

test('each of them does what it says', { timeout: 120_000 }, async () => {
  for (const [command, says] of Object.entries(TYPED)) expect(await typed(command), command).toMatch(says);
});

test('its SQL is taken', async () => {
  const [rebuild = '', create = ''] = STATEMENTS;
  await cast.sql.begin(async (tx) => {
    await tx`set local role aurora_system`;
    await tx.unsafe(rebuild);
  });
  const server = postgres(inject('databaseServer'), { max: 1, onnotice: () => {} });
  const name = `aurora_manual_${process.pid}`;
  await server.unsafe(create.replace('aurora50', name));
  await server.unsafe(`drop database ${name}`);
  await server.end();
});

test('an account is given back: her old address, her password and her sessions open nothing any more', async () => {
  const [, block = ''] = /```sql\n([\s\S]*?)```/.exec(manual) ?? [];
  const marie = await cast.member('Marie');
  await cast.session(marie);
  await cast.sql`update auth.users set email = 'ancienne@exemple.fr' where id = ${marie.id}`;
  const psql = postgres(database.url, { max: 1, onnotice: () => {} });
  await psql.unsafe(block).finally(() => psql.end());
  const [row] = await cast.sql`
    select email::text, password_hash, email_confirmed_at, (select count(*)::int from auth.sessions s where s.user_id = u.id) as sessions
    from auth.users u where id = ${marie.id}`;
  expect(row).toEqual({ email: 'nouvelle@exemple.fr', password_hash: null, email_confirmed_at: null, sessions: 0 });
});
