/** The nightly drill and the alarm (U15, O03): a backup that cannot be restored is told once, and once when it is over. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '~/config';
import { openFiles } from '~/files/open';
import { drill, makeBackup } from '~/operating/commands/backup';
import { createLook, otherChecks } from '~/operating/commands/watch';
import { lastBackups, lastDrills } from '~/operating/queries/backups';
import { createRecorder } from '~/operating/recorder';
import { expired, KEPT, nameAt, newestOf } from '~/operating/rules/backups';
import { percentile } from '~/operating/rules/figures';
import { BACKUPS_KEPT_DAYS } from '~/privacy/rules/erasure';
import { newKey } from '../../db/backup/seal';
import { type Stage, stage } from '../support/policies';

let the: Stage;
let key: string;
let dataDir: string;
beforeAll(async () => {
  the = await stage();
  key = await newKey();
  dataDir = mkdtempSync(path.join(tmpdir(), 'aurora50-veille-'));
});
afterAll(async () => {
  await the.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const configOf = (more: Record<string, string> = {}) =>
  parseConfig({ NODE_ENV: 'test', DATABASE_URL: the.url, DATA_DIR: dataDir, BACKUP_KEY: key, ...more }, '/');
const house = () => ({ config: configOf(), database: the.database, files: openFiles(configOf()), url: the.url });
const letters = async () =>
  the.cast.sql<{ to: string; subject: string; over: boolean }[]>`
    select coalesce(email::text, user_id::text) as to, props->>'subject' as subject, (props->>'over')::boolean as over
    from outbox where template = 'alert' order by created_at`;

describe('the drill', () => {
  test('finds nothing wrong with a backup, and says how much it holds', async () => {
    await the.cast.member('Anne');
    const made = await makeBackup(house(), key, new Date());
    expect(await drill(house(), key)).toBeNull();
    const [line] = await the.database.systemStatement((tx) => lastDrills(tx, 1));
    expect(line).toMatchObject({ fault: null, rowCount: made.rows, fileCount: 0 });
    const [backup] = await the.database.systemStatement((tx) => lastBackups(tx, 1));
    expect(backup).toMatchObject({ fault: null, rowCount: made.rows, bytes: made.bytes });
  });

  test('a backup that is broken on purpose raises the alarm once, and once when it is over', async () => {
    const irene = await the.cast.member('Irène', { role: 'admin' });
    const look = createLook({
      ...{ database: the.database, config: configOf() },
      checks: async () => ({ database: 'ok', ...(await otherChecks({ ...house(), stripe: null })) }),
    });
    const folder = path.join(dataDir, 'sauvegardes');
    const [name = ''] = readdirSync(folder);
    const whole = readFileSync(path.join(folder, name));
    const broken = Buffer.from(whole);
    broken[Math.floor(broken.length / 2)] = (broken[Math.floor(broken.length / 2)] ?? 0) ^ 1;
    await look();
    expect(await letters()).toEqual([]);

    writeFileSync(path.join(folder, name), broken);
    expect(await drill(house(), key)).toContain('abîmé');
    for (let round = 0; round < 4; round += 1) await look();
    expect(await letters()).toEqual([{ to: irene.id, subject: 'backups', over: false }]);

    writeFileSync(path.join(folder, name), whole);
    expect(await drill(house(), key)).toBeNull();
    for (let round = 0; round < 3; round += 1) await look();
    expect(await letters()).toMatchObject([{ over: false }, { over: true }]);
  });

  test('no backup at all, and a wrong key, are failures too', async () => {
    const empty = { config: configOf({ BACKUP_DIR: path.join(dataDir, 'rien') }), database: the.database };
    expect(await drill(empty, key)).toContain('aucune sauvegarde');
    expect(await drill(house(), await newKey())).toContain('Cette clé');
    expect(await otherChecks({ ...house(), stripe: null })).toEqual({ payments: 'off', backups: 'failed' });
  });
});

describe('a clock that jumps', () => {
  const names = () => readdirSync(path.join(dataDir, 'sauvegardes')).sort();
  const at = (year: number) => new Date(Date.UTC(year, 10, 27, 1, 40));

  test('by years in either direction takes no backup away, and the drill tries the last one of today', async () => {
    const before = names();
    for (const year of [2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012, 2011, 2010, 2009, 2008, 2007, 2006])
      writeFileSync(path.join(dataDir, 'sauvegardes', nameAt(at(year))), 'une ancienne');
    await makeBackup(house(), key, at(1999));
    expect(names()).toEqual(expect.arrayContaining([nameAt(at(1999)), ...before]));
    await makeBackup(house(), key, at(2040));
    expect(names()).toEqual(expect.arrayContaining([nameAt(at(2040)), ...before]));
    writeFileSync(path.join(dataDir, 'sauvegardes', nameAt(at(2040))), 'illisible');
    expect(newestOf(names(), new Date())).toBe(before.at(-1));
    expect(await drill(house(), key)).toBeNull();
    expect(newestOf([nameAt(at(2040))], new Date())).toBe(nameAt(at(2040)));
    expect(newestOf([], new Date())).toBeNull();
  });
});

describe('the alarm', () => {
  test('two processes that see the same tell of it once; one look that fails is not enough; ALERT_EMAIL gets it', async () => {
    await the.cast.sql`delete from outbox`;
    let mail: 'ok' | 'failed' = 'ok';
    const parts = { database: the.database, config: configOf({ ALERT_EMAIL: 'garde@exemple.fr' }) };
    const looks = [1, 2].map(() => createLook({ ...parts, checks: async () => ({ database: 'ok', mail }) }));
    const round = () => Promise.all(looks.map((look) => look()));
    await round();
    mail = 'failed';
    await round();
    expect(await letters()).toEqual([]);
    await round();
    await round();
    expect(await letters()).toEqual([{ to: 'garde@exemple.fr', subject: 'mail', over: false }]);
    // A process that starts meanwhile knows of it, and closes it.
    mail = 'ok';
    await createLook({ ...parts, checks: async () => ({ database: 'ok', mail }) })();
    await round();
    expect(await letters()).toMatchObject([{ over: false }, { to: 'garde@exemple.fr', subject: 'mail', over: true }]);
  });
});

describe('figures', () => {
  test('backups that are kept: 7 days, 4 weeks, 12 months; what is not ours is left alone', () => {
    const day = (days: number) => nameAt(new Date(Date.UTC(2026, 10, 27) - days * 86_400_000));
    const all = Array.from({ length: 500 }, (_, days) => day(days));
    const gone = new Set(expired([...all, 'notes.txt', 'aurora50-x.age']));
    const kept = all.filter((name) => !gone.has(name));
    expect(kept.slice(0, 7)).toEqual(all.slice(0, 7));
    expect(kept.length).toBeGreaterThanOrEqual(7 + 2 + 11);
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(gone.has('notes.txt')).toBe(false);
    expect(expired([day(0)])).toEqual([]);
    // What members are told when their account is erased (P02).
    const oldest = Math.max(...kept.map((name) => all.indexOf(name)));
    expect(oldest).toBeLessThanOrEqual(BACKUPS_KEPT_DAYS);
    expect(31 * KEPT.months).toBe(BACKUPS_KEPT_DAYS);
  });

  test('percentiles are the limits of their buckets', () => {
    expect(percentile([0, 0, 0], 0.5)).toBeNull();
    expect(percentile([5, 4, 1], 0.5)).toBe(5);
    expect(percentile([5, 4, 1], 0.95)).toBe(20);
  });

  test('more than one error in twenty, over five minutes, is too many', () => {
    let now = 0;
    const recorder = createRecorder(() => now);
    const answer = (status: number) => recorder.note({ method: 'GET', route: '/', status, ms: 1 });
    for (let count = 0; count < 19; count += 1) answer(500);
    expect(recorder.tooManyErrors()).toBe(false);
    answer(500);
    expect(recorder.tooManyErrors()).toBe(true);
    now = 6 * 60_000;
    for (let count = 0; count < 30; count += 1) answer(404);
    expect(recorder.tooManyErrors()).toBe(false);
  });
});
