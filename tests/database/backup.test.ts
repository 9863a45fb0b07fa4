/** Backup and restore, as commands (O04, K08): what comes back is what was there, or nothing is changed. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import postgres from 'postgres';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '~/db';
import { diskStore } from '~/files/store';
import { filesBeside } from '~/operating/backups/files';
import { BackupFault } from '../../db/backup/format';
import { restore } from '../../db/backup/restore';
import { newKey, sealed } from '../../db/backup/seal';
import { migrate, prepareRoles, rollback } from '../../db/migrate';
import { projectRoot } from '../../db/project-root';
import { prepareDemo } from '../../demo/prepare';
import { run } from '../support/command';
import { compiled } from '../support/compiled';
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database';
import { everything } from '../support/digests';
import { started } from '../support/embedded';
import { testFolder } from '../support/folders';
import { s3StandIn } from '../support/s3-stand-in';

/** What making a backup writes down of itself, and what a restoration gives up on purpose. */
const OWN = ['public.backups', 'public.schemaversion'];
const PICTURE = 'avatars/0123456789abcdefghijklmno-96.webp';

let key: string;
let source: FreshDatabase;
let dataDir: string;
let file: string;
let before: Record<string, string>;

const asOwner = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end());
};
const rowsOf = (url: string) => asOwner(url, (sql) => everything(sql, OWN));
const settings = (url: string, folder: string) => ({ DATABASE_URL: url, DATA_DIR: folder, BACKUP_KEY: key });
const tablesIn = (url: string) =>
  asOwner(url, async (sql) => (await sql`select from pg_tables where schemaname in ('public', 'auth')`).length);
async function empty(): Promise<FreshDatabase> {
  const database = await emptyDatabase();
  onTestFinished(() => database.drop());
  return database;
}

beforeAll(async () => {
  key = await newKey();
  source = await freshDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-sauvegarde-'));
  await prepareDemo(source.url);
  await diskStore(path.join(dataDir, 'fichiers')).put(PICTURE, Buffer.from('une photo'), 'image/webp');
  mkdirSync(path.join(dataDir, 'attestations'));
  writeFileSync(path.join(dataDir, 'attestations/cle'), 'ab'.repeat(32));
  before = await rowsOf(source.url);
  const { code, said } = await run(settings(source.url, dataDir), 'backup');
  expect([code, said]).toEqual([0, expect.stringMatching(/2 fichiers, \d+ Ko\.\n.*\.age\n$/)]);
  file = said.trimEnd().split('\n').at(-1) ?? '';
  return () => source.drop();
}, 120_000);

test('every row and every file comes back into an empty database and folder', async () => {
  const target = await empty();
  const folder = testFolder();
  const { code, said } = await run(settings(target.url, folder), 'restore', file, '--yes');
  expect([code, said]).toEqual([0, expect.stringContaining('Restauré : ')]);
  expect(await rowsOf(target.url)).toEqual(before);
  expect(readFileSync(path.join(folder, 'fichiers', PICTURE), 'utf8')).toBe('une photo');
  expect(readFileSync(path.join(folder, 'attestations/cle'), 'utf8')).toBe('ab'.repeat(32));
  // What comes next goes on where the backup stopped, and row security holds again.
  const [next] = await asOwner(
    target.url,
    (sql) => sql`
    insert into audit_log (subject_id, action) select id, 'mail_history' from auth.users limit 1 returning id`,
  );
  expect(Number(next?.id)).toBeGreaterThan(0);
  const [open] = await asOwner(
    target.url,
    (sql) => sql`
    select count(*)::int as n from pg_class c
    where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and relkind = 'r'
      and relname <> 'schemaversion' and not (relrowsecurity and relforcerowsecurity)
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
  expect(open?.n).toBe(0);
  const [off] = await asOwner(
    target.url,
    (sql) => sql`
    select count(*)::int as n from pg_trigger where tgenabled = 'D' and not tgisinternal`,
  );
  expect(off?.n).toBe(0);
  expect(await run(settings(target.url, folder), 'db:verify')).toMatchObject({ code: 0 });
});

test('who was erased since the backup was made is erased again by its restoration (P02)', async () => {
  const target = await empty();
  const at = settings(target.url, testFolder());
  expect((await run(at, 'restore', file, '--yes')).code).toBe(0);
  expect((await run(at, 'erase', '--email', 'gerard@exemple.fr', '--now')).code).toBe(0);
  const { code, said } = await run(at, 'restore', file, '--yes', '--replace');
  expect([code, said]).toEqual([0, expect.stringContaining('Comptes effacés de nouveau : 1.')]);
  const left = await asOwner(
    target.url,
    (sql) => sql`select email::text from auth.users where email ~ '^(gerard|fatima)@'`,
  );
  expect(left).toEqual([{ email: 'fatima@exemple.fr' }]);
});

test('the same into an embedded database', async () => {
  const folder = testFolder();
  const { code, said } = await run({ DATA_DIR: folder, BACKUP_KEY: key }, 'restore', file, '--yes');
  expect([code, said]).toEqual([0, expect.stringContaining('Restauré : ')]);
  const { url } = await started(folder);
  expect(await rowsOf(url)).toEqual(before);
});

test('a backup of an older schema is brought to this one', async () => {
  const old = await freshDatabase();
  onTestFinished(() => old.drop());
  await rollback(old.url, 3);
  await asOwner(old.url, (sql) => sql`insert into auth.users (email) values ('ancienne@exemple.fr')`);
  const made = await run(settings(old.url, testFolder()), 'backup');
  const older = made.said.trimEnd().split('\n').at(-1) ?? '';
  expect([made.code, older]).toEqual([0, expect.stringMatching(/\.age$/)]);
  const target = await empty();
  expect((await run(settings(target.url, testFolder()), 'restore', older, '--yes')).code).toBe(0);
  expect((await migrate(target.url)).from).toBe((await migrate(source.url)).to);
  const [row] = await asOwner(target.url, (sql) => sql`select email::text from auth.users`);
  expect(row?.email).toBe('ancienne@exemple.fr');
});

describe('nothing is changed, and a sentence says why', () => {
  const damaged = (change: (copy: string) => void) => {
    const copy = path.join(testFolder(), 'copie.age');
    copyFileSync(file, copy);
    change(copy);
    return copy;
  };
  const alter = (at: (length: number) => number) => (copy: string) => {
    const bytes = readFileSync(copy);
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
  };

  test.each([
    ['truncated by a byte', () => damaged((copy) => truncateSync(copy, readFileSync(copy).length - 1)), 'abîmée'],
    [
      'truncated to a half',
      () => damaged((copy) => truncateSync(copy, Math.floor(readFileSync(copy).length / 2))),
      'abîmée',
    ],
    ['altered in the middle', () => damaged(alter((length) => Math.floor(length / 2))), 'abîmée'],
    ['altered at the end', () => damaged(alter((length) => length - 5)), 'abîmée'],
    ['longer than it was', () => damaged((copy) => appendFileSync(copy, 'x')), 'abîmée'],
    ['empty', () => damaged((copy) => truncateSync(copy, 0)), 'n’est pas une sauvegarde'],
    ['of another kind', () => damaged((copy) => writeFileSync(copy, 'PK'.repeat(5_000))), 'n’est pas une sauvegarde'],
  ])('%s', async (_, make, why) => {
    const target = await empty();
    await prepareRoles(target.url);
    const folder = testFolder();
    const copy = make();
    const files = filesBeside({ dataDir: folder }, diskStore(path.join(folder, 'fichiers')));
    const failed = restore(() => createReadStream(copy), { url: target.url, files, key, replace: false });
    await expect(failed).rejects.toThrow(why);
    await expect(failed).rejects.toBeInstanceOf(BackupFault);
    expect(await tablesIn(target.url)).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in a sentence, where a command was given a file that is not there or is none', async () => {
    const target = await empty();
    const asked = settings(target.url, testFolder());
    for (const [name, why] of [
      ['/nulle/part.age', 'n’existe pas'],
      ['package.json', 'n’est pas une sauvegarde'],
    ] as const) {
      const { code, said } = await run(asked, 'restore', name, '--yes');
      expect([code, said]).toEqual([1, expect.stringContaining(why)]);
      expect(said).not.toMatch(/\n\s+at |Error:/);
    }
  });

  test('the wrong key, or none', async () => {
    const target = await empty();
    const wrong = { ...settings(target.url, testFolder()), BACKUP_KEY: await newKey() };
    expect(await run(wrong, 'restore', file, '--yes')).toEqual({
      code: 1,
      said: expect.stringContaining('Cette clé n’ouvre pas cette sauvegarde.'),
    });
    const none = { ...wrong, BACKUP_KEY: '' };
    expect(await run(none, 'restore', file, '--yes')).toMatchObject({ code: 1 });
    expect(await run(none, 'backup')).toEqual({ code: 1, said: expect.stringContaining('BACKUP_KEY manque') });
    const malformed = await run({ ...wrong, BACKUP_KEY: 'secret' }, 'backup');
    expect([malformed.code, malformed.said]).toEqual([1, expect.stringContaining('BACKUP_KEY : une clé de age')]);
  });

  test('encrypted by the right key, and not a backup of ours', async () => {
    const target = await empty();
    const foreign = await sealed(Readable.from(Buffer.from('bonjour')), key);
    const copy = path.join(testFolder(), 'autre.age');
    for await (const chunk of foreign) appendFileSync(copy, chunk);
    const { code, said } = await run(settings(target.url, testFolder()), 'restore', copy, '--yes');
    expect([code, said]).toEqual([1, expect.stringContaining('n’est pas une sauvegarde')]);
  });

  test('of a newer version', async () => {
    const newer = await freshDatabase();
    onTestFinished(() => newer.drop());
    await asOwner(
      newer.url,
      (sql) => sql`
      insert into schemaversion (version, name, md5, run_at) values (9000, 'plus-tard', 'x', now())`,
    );
    const folder = testFolder();
    const made = await run(settings(newer.url, folder), 'backup');
    const target = await empty();
    const { code, said } = await run(
      settings(target.url, testFolder()),
      'restore',
      made.said.trimEnd().split('\n').at(-1) ?? '',
      '--yes',
    );
    expect([code, said]).toEqual([1, expect.stringContaining('plus récente')]);
    expect(await tablesIn(target.url)).toBe(0);
  });

  test('where somebody lives already, without --replace; with it, what was there is gone', async () => {
    const target = await freshDatabase();
    onTestFinished(() => target.drop());
    await asOwner(target.url, (sql) => sql`insert into auth.users (email) values ('autre@exemple.fr')`);
    const there = await rowsOf(target.url);
    const folder = testFolder();
    const { code, said } = await run(settings(target.url, folder), 'restore', file, '--yes');
    expect([code, said]).toEqual([1, expect.stringContaining('déjà des comptes')]);
    expect(await rowsOf(target.url)).toEqual(there);
    expect((await run(settings(target.url, folder), 'restore', file, '--yes', '--replace')).code).toBe(0);
    expect(await rowsOf(target.url)).toEqual(before);
  });

  test('over a site that runs; once it is stopped, it is restored', async () => {
    const target = await freshDatabase();
    onTestFinished(() => target.drop());
    const live = openDatabase(target.url, { viewers: 1, systems: 1 });
    await live.systemStatement((tx) => tx`select 1`);
    const there = await rowsOf(target.url);
    const restored = () => run(settings(target.url, testFolder()), 'restore', file, '--yes', '--replace');
    expect(await restored()).toEqual({ code: 1, said: expect.stringContaining('Le site est en service') });
    expect(await rowsOf(target.url)).toEqual(there);
    await live.close();
    expect((await restored()).code).toBe(0);
  });

  test('without --yes, or with words it does not know', async () => {
    const target = await empty();
    const asked = settings(target.url, testFolder());
    for (const words of [[file], ['--yes'], [file, '--yes', '--ouí'], [file, 'autre', '--yes']]) {
      const { code, said } = await run(asked, 'restore', ...words);
      expect([code, said]).toEqual([1, expect.stringMatching(/\nUsage : npm run restore/)]);
    }
  });

  test('when the database fails in the middle, files that were put are taken away again', async () => {
    const target = await empty();
    const folder = testFolder();
    const store = diskStore(folder);
    const files = {
      async *list() {},
      read: (name: string) => store.read(name),
      write: (name: string, bytes: Buffer) => store.put(name, bytes, 'image/webp'),
      remove: (name: string) => store.remove([name]),
    };
    const broken = async () => {
      throw new Error('the database is gone');
    };
    await expect(
      restore(() => createReadStream(file), { url: target.url, files, key, replace: false, afterRows: broken }),
    ).rejects.toThrow('the database is gone');
    expect(readdirSync(folder, { recursive: true }).filter((name) => /\./.test(String(name)))).toEqual([]);
  });
});

test('a folder that cannot be written leaves no half file and says so', async () => {
  const folder = testFolder();
  writeFileSync(path.join(folder, 'occupe'), '');
  const { code, said } = await run(
    { ...settings(source.url, dataDir), BACKUP_DIR: path.join(folder, 'occupe/ici') },
    'backup',
  );
  expect(code).toBe(1);
  expect(said).not.toMatch(/\n\s+at /);
  expect(readdirSync(folder)).toEqual(['occupe']);
});

/** A file system of 64 KB, seen by one process alone and gone with it: only root may make one. */
const withFullDisk = (folder: string, words: string) =>
  `mount -t tmpfs -o size=64k tmpfs ${folder} && echo > ${folder}/avant.txt && ${words}; code=$?; ls -A ${folder}; exit $code`;
const canMount = spawnSync('unshare', ['-m', 'true']).status === 0;
if (!canMount) console.log('A full disk needs a mount of its own: run as root on Linux to try it.');

test.skipIf(!canMount)('a disk that fills up leaves what was there and no half file, and is told', async () => {
  const folder = testFolder();
  const command = withFullDisk(folder, `${process.execPath} ${await compiled('scripts/backup.ts')}`);
  const env = { PATH: process.env.PATH, ...settings(source.url, dataDir), BACKUP_DIR: folder };
  const { status, stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', command], {
    ...{ cwd: projectRoot(), encoding: 'utf8' as const },
    env: env as unknown as NodeJS.ProcessEnv,
  });
  expect([status, stderr]).toEqual([1, 'Le disque est plein : rien n’a été gardé.\n']);
  expect(stdout.trimEnd().split('\n').slice(1)).toEqual(['avant.txt']);
  const noted = await asOwner(source.url, (sql) => sql`select fault from backups order by made_at desc limit 1`);
  expect(noted).toEqual([{ fault: 'Le disque est plein.' }]);
});

test('a bucket keeps backups, and gives them back', async () => {
  const bucket = await s3StandIn();
  onTestFinished(() => bucket.close());
  const { endpoint, name, region, accessKeyId, secretAccessKey } = bucket.bucket;
  const s3 = {
    ...{ S3_ENDPOINT: endpoint, S3_BUCKET: name, S3_REGION: region, BACKUP_DIR: 's3:sauvegardes' },
    ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
  };
  const folder = testFolder();
  const made = await run({ ...settings(source.url, folder), ...s3 }, 'backup');
  expect([made.code, made.said]).toEqual([0, expect.stringMatching(/\ns3:.*sauvegardes\/aurora50-\w+\.age\n$/)]);
  expect(readdirSync(folder)).toEqual([]);
  const kept = path.basename(made.said.trimEnd().split('\n').at(-1) ?? '');
  const target = await empty();
  const back = await run({ ...settings(target.url, testFolder()), ...s3 }, 'restore', kept, '--yes');
  expect([back.code, back.said]).toEqual([0, expect.stringContaining('Restauré : ')]);
  expect(await rowsOf(target.url)).toEqual(before);
});
