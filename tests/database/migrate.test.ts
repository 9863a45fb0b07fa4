import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Tx } from '~/db';
import { startEmbedded } from '../../db/embedded';
import { migrate, pendingMigrations, prepareRoles, rollback, rollbackTo } from '../../db/migrate';
import { projectRoot } from '../../db/project-root';
import { catalogOf } from '../support/catalog';
import { emptyDatabase, freshDatabase } from '../support/database';
import { withDatabaseName } from '../support/database-url';
import { testFolder } from '../support/folders';

describe('the project’s migrations', () => {
  const files = readdirSync(join(projectRoot(), 'db', 'migrations'));
  const newest = files.filter((name) => name.includes('.do.')).length;

  test('all have a way back (O15)', () => {
    for (const file of files)
      expect(files).toContain(
        file.replace(/^(\d+)\.(do|undo)\./, (_, n, way) => `${n}.${way === 'do' ? 'undo' : 'do'}.`),
      );
  });

  test('undone to zero they leave nothing, and done again they give the same schema (X02, O15)', async () => {
    const empty = await catalogOf(await emptyUrl());
    const url = await emptyUrl();
    expect(await migrate(url)).toEqual({ from: 0, to: newest });
    const first = await catalogOf(url);
    expect(await rollback(url, newest)).toEqual({ from: newest, to: 0 });
    expect(await catalogOf(url)).toEqual(empty);
    expect(await migrate(url)).toEqual({ from: 0, to: newest });
    expect(await catalogOf(url)).toEqual(first);
  });

  test('applied one release at a time, each undone and done again, they give the schema of a fresh database (X01)', async () => {
    const url = await emptyUrl();
    const folder = folderOf({});
    const copy = (file: string) => copyFileSync(join(projectRoot(), 'db', 'migrations', file), join(folder, file));
    for (let release = 1; release <= newest; release += 1) {
      for (const file of files.filter((name) => Number.parseInt(name, 10) === release)) copy(file);
      const move = { from: release - 1, to: release };
      expect(await migrate(url, folder)).toEqual(move);
      expect(await rollback(url, 1, folder)).toEqual({ from: move.to, to: move.from });
      expect(await migrate(url, folder)).toEqual(move);
    }
    const { url: fresh, drop } = await freshDatabase();
    onTestFinished(drop);
    expect(await catalogOf(url)).toEqual(await catalogOf(fresh));
  }, 120_000);

  test('two processes at once: the second waits and finds nothing to do (O13)', async () => {
    const url = await emptyUrl();
    const moves = await Promise.all([migrate(url), migrate(url)]);
    expect(moves.map(({ from }) => from).sort()).toEqual([0, newest]);
    expect(await pendingMigrations(url)).toEqual([]);
  });
});

describe('a folder of migrations', () => {
  test('says what is pending without writing', async () => {
    const url = await emptyUrl();
    const folder = folderOf({ '001.do.one.sql': 'create table one ()', '002.do.two.sql': 'create table two ()' });
    expect(await pendingMigrations(url, folder)).toEqual(['001.do.one.sql', '002.do.two.sql']);
    expect(await tablesIn(url)).toEqual([]);
  });

  test('is applied whole or not at all, and the fault names file and line (O13)', async () => {
    const url = await emptyUrl();
    const folder = folderOf({
      '001.do.one.sql': 'create table one ()',
      '002.do.two.sql': 'create table two ();\nselect\n  absent',
    });
    await expect(migrate(url, folder)).rejects.toThrow(/002\.do\.two\.sql a échoué \(ligne 3\)/);
    expect(await tablesIn(url)).toEqual([]);
  });

  test('a file changed after it was applied is refused by its name, but not for its line endings', async () => {
    const url = await emptyUrl();
    const folder = folderOf({ '001.do.one.sql': 'create table one ();\n' });
    await migrate(url, folder);
    writeFileSync(join(folder, '001.do.one.sql'), 'create table one ();\r\n');
    expect(await migrate(url, folder)).toEqual({ from: 1, to: 1 });
    writeFileSync(join(folder, '001.do.one.sql'), 'create table other ();\n');
    await expect(migrate(url, folder)).rejects.toThrow(/001\.do\.one\.sql a été modifié/);
  });

  test('a database from a newer release is refused, not undone', async () => {
    const url = await emptyUrl();
    const folder = folderOf({
      '001.do.one.sql': 'create table one ()',
      '002.do.two.sql': 'create table two ()',
      '002.undo.two.sql': 'drop table two',
    });
    await migrate(url, folder);
    rmSync(join(folder, '002.do.two.sql'));
    await expect(migrate(url, folder)).rejects.toThrow(/plus récente/);
    expect(await tablesIn(url)).toContain('two');
  });

  test('a file slipped in before the last one is refused', async () => {
    const url = await emptyUrl();
    const folder = folderOf({ '001.do.one.sql': 'select 1', '003.do.three.sql': 'select 1' });
    await migrate(url, folder);
    writeFileSync(join(folder, '002.do.two.sql'), 'select 1');
    await expect(migrate(url, folder)).rejects.toThrow(/002\.do\.two\.sql est arrivé après/);
  });

  test('what has no undo file is not undone, and nothing else is (O15)', async () => {
    const url = await emptyUrl();
    const folder = folderOf({
      '001.do.one.sql': 'create table one ()',
      '002.do.two.sql': 'create table two ()',
      '002.undo.two.sql': 'drop table two',
    });
    await migrate(url, folder);
    await expect(rollback(url, 2, folder)).rejects.toThrow(/1 n’a pas de fichier « undo »/);
    expect(await tablesIn(url)).toContain('two');
    expect(await rollback(url, 1, folder)).toEqual({ from: 2, to: 1 });
  });

  test('may lie under a path with brackets and spaces', async () => {
    const url = await emptyUrl();
    const folder = folderOf({ '001.do.one.sql': 'create table one ()' }, 'le [vieux] {projet} (2)!');
    expect(await migrate(url, folder)).toEqual({ from: 0, to: 1 });
  });

  test('a table that stays busy ends the wait after five seconds and changes nothing', async () => {
    const url = await emptyUrl();
    const folder = folderOf({ '001.do.one.sql': 'create table one ()' });
    await migrate(url, folder);
    writeFileSync(join(folder, '002.do.two.sql'), 'alter table one add column n int');
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    onTestFinished(() => sql.end());
    await sql.begin(async (tx) => {
      await tx`lock table one in access share mode`;
      await expect(migrate(url, folder)).rejects.toThrow(/occupée plus de 5 secondes/);
    });
  });

  test('a database that does not answer is told without its password', async () => {
    const fault = await migrate('postgres://personne:secret@127.0.0.1:1/rien').catch((error: Error) => error);
    expect(fault).toMatchObject({
      name: 'MigrationFault',
      message: expect.stringMatching(/127\.0\.0\.1:1\/rien.*ne répond pas/),
    });
    expect(String(fault)).not.toContain('secret');
  });
});

// Roles belong to the whole server: these need one that no other test has prepared.
describe('an owner who is no superuser', () => {
  let server = '';

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'aurora50-test-'));
    chmodSync(dataDir, 0o755);
    const embedded = await startEmbedded({ dataDir, fast: true });
    server = embedded.url;
    return async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  });

  test('without CREATEROLE is told the exact SQL, and after it all works', async () => {
    const url = await ownedBy('simple', '');
    const fault = await prepareRoles(url).catch((error: Error) => error);
    const statements = String(fault).match(/^(create role|grant) .*;$/gm) ?? [];
    expect(statements).toHaveLength(4);
    expect(statements.join()).toMatch(/create role aurora_app .*nobypassrls.*grant aurora_app to simple/);
    await asSuperuser(statements.join('\n'));
    // He may not give them a password: the application goes on as before.
    expect(await prepareRoles(url)).toMatch(/n’a pas le droit de donner un mot de passe au rôle aurora_app/);
    await takesOnRoles(url);
    await migrate(url);
    expect(await usersOf(url)).toEqual([
      ['simple', 'aurora_app'],
      ['simple', 'aurora_system'],
    ]);
    await asSuperuser('drop database simple with (force); drop role aurora_app, aurora_system, simple');
  });

  test('with CREATEROLE makes the roles, migrates, undoes and may become both', async () => {
    const url = await ownedBy('chef', 'createrole');
    expect([await prepareRoles(url), await prepareRoles(url)]).toEqual([null, null]);
    await takesOnRoles(url);
    expect(await usersOf(url)).toEqual([
      ['aurora_app', 'aurora_app'],
      ['aurora_system', 'aurora_system'],
    ]);
    // A new password of the owner is another one for the roles, from the next start on.
    await asSuperuser("alter role chef password 'autre'");
    const renewed = url.replace(':mot@', ':autre@');
    expect(await prepareRoles(renewed)).toBeNull();
    expect(await usersOf(renewed)).toHaveLength(2);
    await asSuperuser("alter role chef password 'mot'");
    expect(await prepareRoles(url)).toBeNull();
    const { to } = await migrate(url);
    const first = await catalogOf(url);
    await rollback(url, to);
    await migrate(url);
    expect(await catalogOf(url)).toEqual(first);
    await changesRows(url);
  });

  /** Row security is forced on the owner: what migrations 029 and 059 change of rows that are there is changed for him too. */
  async function changesRows(url: string): Promise<void> {
    const kinds = async () => {
      const rows = await asOwner(url, (sql) => sql`select kind from public.mail_kinds where wanted_at_first`);
      return rows.map(({ kind }) => kind);
    };
    await rollbackTo(url, 28);
    expect(await kinds()).toContain('mention');
    await migrate(url);
    expect(await kinds()).not.toContain('mention');
    await rollbackTo(url, 58);
    await asOwner(url, async (sql) => {
      await sql`insert into auth.users (email) values ('anne@exemple.fr')`;
      await sql`
        insert into public.user_activities (user_id, type, title)
        select id, 'message', U&'Un message dans \\00AB Lecture \\00BB' from auth.users`;
    });
    await migrate(url);
    expect([...(await asOwner(url, (sql) => sql`select title from public.user_activities`))]).toEqual([
      { title: 'Un message dans «\u202fLecture\u202f»' },
    ]);
  }

  test('a role that could pass row security is put right by a superuser, and told to others', async () => {
    await asSuperuser('alter role aurora_app bypassrls');
    const url = await ownedBy('autre', '');
    await expect(prepareRoles(url)).rejects.toThrow(/alter role aurora_app .*nobypassrls/);
    // Another site of this server has given the roles their passwords: it keeps them.
    expect(await prepareRoles(server)).toMatch(
      /un autre site de ce serveur PostgreSQL se sert déjà du rôle aurora_app/,
    );
    const sql = postgres(server, { max: 1 });
    onTestFinished(() => sql.end());
    expect([...(await sql`select rolbypassrls from pg_roles where rolname = 'aurora_app'`)]).toEqual([
      { rolbypassrls: false },
    ]);
  });

  /** Who the application's connections are: [signed in as, acting as]. */
  async function usersOf(url: string): Promise<string[][]> {
    const database = openDatabase(url, { viewers: 1, systems: 1 });
    const ask = (tx: Tx) => tx<{ user: string[] }[]>`select array[session_user::text, current_user::text] as user`;
    try {
      const rows = [...(await database.asViewer(null, ask)), ...(await database.asSystem(ask))];
      return rows.map((row) => row.user);
    } finally {
      await database.close();
    }
  }

  /** As `npm run db:psql` would: the owner who has taken the system's role on. */
  async function asOwner<T>(url: string, work: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      return (await sql.begin(async (tx) => {
        await tx`set local role aurora_system`;
        return work(tx);
      })) as T;
    } finally {
      await sql.end();
    }
  }

  async function ownedBy(name: string, right: string): Promise<string> {
    await asSuperuser(`create role ${name} login ${right} password 'mot'`);
    await asSuperuser(`create database ${name} owner ${name}`);
    const address = new URL(withDatabaseName(server, name));
    address.username = name;
    address.password = 'mot';
    return address.href;
  }

  async function asSuperuser(script: string): Promise<void> {
    const sql = postgres(server, { max: 1, onnotice: () => {} });
    try {
      for (const statement of script.split(';').filter((part) => part.trim())) await sql.unsafe(statement);
    } finally {
      await sql.end();
    }
  }
});

async function takesOnRoles(url: string): Promise<void> {
  for (const role of ['aurora_app', 'aurora_system']) {
    const sql = postgres(url, { max: 1, fetch_types: false, connection: { role } });
    try {
      expect([...(await sql`select current_user::text as me`)]).toEqual([{ me: role }]);
    } finally {
      await sql.end();
    }
  }
}

async function emptyUrl(): Promise<string> {
  const { url, drop } = await emptyDatabase();
  onTestFinished(drop);
  return url;
}

function folderOf(files: Readonly<Record<string, string>>, name = 'migrations'): string {
  const folder = join(testFolder(), name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

async function tablesIn(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    const rows =
      await sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schemaversion' order by 1`;
    return rows.map((row) => String(row.name));
  } finally {
    await sql.end();
  }
}
