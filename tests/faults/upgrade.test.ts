/** `npm run upgrade` (C-24, O13–O16): a version takes the place of another while members write, or everything stays as it was. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { newKey } from '../../db/backup/seal';
import { versionOf } from '../../db/migrate';
import { projectRoot } from '../../db/project-root';
import { openSite } from '../support/site';

const dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-mise-a-jour-'));
const version = mkdtempSync(path.join(tmpdir(), 'aurora50-version-'));
const key = await newKey();
const site = openSite({ WEB_CONCURRENCY: '2', DATA_DIR: dataDir, BACKUP_KEY: key });

const MIGRATION = 'create table public.next_version (id integer not null primary key);';
const inVersion = (...parts: string[]) => path.join(version, ...parts);
const serverFile = inVersion('build/server/index.js');
let whole: string;

/** The next version: this one in a folder of its own, as a release lies there, which nobody builds again. */
beforeAll(() => {
  for (const part of ['app', 'build', 'db', 'emails', 'demo', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(path.join(projectRoot(), part), inVersion(part), { recursive: true });
  rmSync(inVersion('app/server.ts'));
  symlinkSync(path.join(projectRoot(), 'node_modules'), inVersion('node_modules'));
  whole = readFileSync(serverFile, 'utf8');
  write(MIGRATION);
});
afterEach(async () => {
  expect((await fetch(`${site.origin}/connexion`)).status).toBe(200);
});

function write(migration: string): void {
  writeFileSync(inVersion('db/migrations/990.do.next.sql'), migration);
  writeFileSync(inVersion('db/migrations/990.undo.next.sql'), 'drop table public.next_version;');
}

function upgrade(): ChildProcess & { readonly said: Promise<string> } {
  const settings = { DATABASE_URL: site.url, DATA_DIR: dataDir, BACKUP_KEY: key, TMPDIR: process.env.TMPDIR };
  const env = { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/upgrade.ts'], { cwd: version, env });
  const said = Promise.all([text(child.stdout), text(child.stderr)]).then((both) => both.join(''));
  return Object.assign(child, { said });
}
async function upgraded(): Promise<{ code: unknown; said: string }> {
  const child = upgrade();
  const [code] = await once(child, 'exit');
  return { code, said: await child.said };
}

const schema = () => versionOf(site.url);
const processes = () =>
  readdirSync(path.join(dataDir, 'journal'))
    .map((name) => Number(name.split('.')[1]))
    .filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    })
    .sort();
const underWay = () => existsSync(path.join(dataDir, 'mise-a-jour.json'));

test('a migration that fails changes nothing', { timeout: 240_000 }, async () => {
  const [before, serving] = [await schema(), processes()];
  write('create table public.next_version (id integer); select 1 / 0;');
  const { code, said } = await upgraded();
  expect(said).toContain('990.do.next.sql');
  expect(said).toContain('Le site continue comme avant.');
  expect(code).toBe(1);
  expect([await schema(), processes(), underWay()]).toEqual([before, serving, false]);
  write(MIGRATION);
});

test('health that never comes: the old processes stay, and the schema goes back by itself', {
  timeout: 240_000,
}, async () => {
  const [before, serving] = [await schema(), processes()];
  writeFileSync(serverFile, 'process.exit(3)');
  const { code, said } = await upgraded();
  expect(said).toContain('il s’est arrêté (3)');
  expect(said).toContain(`Le schéma est revenu à la version ${before}`);
  expect(code).toBe(1);
  expect([await schema(), processes(), underWay()]).toEqual([before, serving, false]);
});

test('killed in the middle, the old version goes on; the next run takes it up, with the backup and the way back', {
  timeout: 240_000,
}, async () => {
  const before = await schema();
  writeFileSync(
    serverFile,
    `import { writeFileSync } from 'node:fs'; writeFileSync('${inVersion('pid')}', String(process.pid)); setInterval(() => {}, 1000);`,
  );
  const child = upgrade();
  await expect.poll(() => existsSync(inVersion('pid')), { timeout: 60_000 }).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await schema()).toBe(990);
  expect(underWay()).toBe(true);
  expect((await fetch(`${site.origin}/connexion`)).status).toBe(200);
  process.kill(Number(readFileSync(inVersion('pid'), 'utf8')), 'SIGKILL');

  writeFileSync(serverFile, 'process.exit(4)');
  const { code, said } = await upgraded();
  expect(said).toContain('elle reprend');
  expect(said).toContain(`Le schéma est revenu à la version ${before}`);
  expect([code, await schema(), underWay()]).toEqual([1, before, false]);
});

test('a version that is well takes over: backup, migration, new processes, and no answer missed', {
  timeout: 240_000,
}, async () => {
  writeFileSync(serverFile, whole);
  const serving = processes();
  let asking = true;
  const asked: (number | string)[] = [];
  const asks = (async () => {
    while (asking) {
      // A line that closes while a request is on its way is asked again, as browsers do; the next one may have been
      // handed to the same process, which is about to end.
      const ask = () => fetch(`${site.origin}/connexion`).then(({ status }) => status);
      asked.push(await ask().catch(ask).catch(ask).catch(String));
    }
  })();
  const { code, said } = await upgraded();
  asking = false;
  await asks;
  expect(said).toContain('La nouvelle version sert.');
  expect(code).toBe(0);
  expect(await schema()).toBe(990);
  expect(processes().filter((pid) => serving.includes(pid))).toEqual([]);
  expect(new Set(asked)).toEqual(new Set([200]));
  expect(asked.length).toBeGreaterThan(3);
  expect(readdirSync(path.join(dataDir, 'sauvegardes')).length).toBeGreaterThan(0);
  expect(underWay()).toBe(false);
});
