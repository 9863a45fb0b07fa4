import { chmodSync, lstatSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEmbedded } from '../../db/embedded';
import { projectRoot } from '../../db/project-root';
import { holder, othersMayRead, outcome, postmasterOf, query, started } from '../support/embedded';
import { testFolder } from '../support/folders';

const isRoot = process.getuid?.() === 0;

describe('a folder that will not do', () => {
  test('is told when it is a file', async () => {
    const file = join(testFolder(), 'fichier');
    writeFileSync(file, '');
    await expect(startEmbedded({ dataDir: file })).rejects.toMatchObject({
      reason: 'folder',
      message: expect.stringContaining('n’est pas un dossier'),
    });
    await expect(startEmbedded({ dataDir: join(file, 'dessous') })).rejects.toMatchObject({ reason: 'folder' });
  });

  test.skipIf(isRoot)('is told when it may not be written', async () => {
    const dataDir = testFolder();
    chmodSync(dataDir, 0o500);
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ reason: 'folder' });
  });

  test.runIf(isRoot && othersMayRead(projectRoot()))('is told to an ordinary user when it is root’s', async () => {
    const dataDir = testFolder();
    chmodSync(dataDir, 0o700);
    const told = await outcome(await holder(dataDir, 'wait', { uid: 65534, gid: 65534 }));
    expect(told).toMatchObject({
      reason: 'folder',
      message: expect.stringContaining('Impossible de lire ou d’écrire'),
    });
  });

  test('is told when its cluster is of another version', async () => {
    const dataDir = testFolder();
    await (await started(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ reason: 'version' });
  });
});

describe.runIf(isRoot)('as root', () => {
  test('a removed data folder does not come back from elsewhere', async () => {
    const hidden = testFolder();
    chmodSync(hidden, 0o700);
    const dataDir = join(hidden, '.data');
    const first = await started(dataDir);
    await query(first.url, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    const place = dirname(readlinkSync(join(dataDir, 'postgres')));
    onTestFinished(() => rmSync(place, { recursive: true }));
    rmSync(dataDir, { recursive: true });
    const second = await started(dataDir);
    expect(await query(second.url, (sql) => sql`select to_regclass('kept') as found`)).toEqual([{ found: null }]);
  });

  test('the database runs as a user without rights', async () => {
    const dataDir = testFolder();
    await started(dataDir);
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0);
  });

  test('a folder that only root may read is no obstacle: the cluster lies elsewhere', async () => {
    const hidden = testFolder();
    chmodSync(hidden, 0o700);
    const dataDir = join(hidden, 'projet', '.data');
    const first = await started(dataDir);
    expect(readlinkSync(join(dataDir, 'postgres'))).toMatch(/^\/var\/lib\/aurora50\//);
    await query(first.url, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    const second = await started(dataDir);
    expect(await query(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
  });

  test('a cluster that comes to lie in such a folder is taken along', async () => {
    const hidden = testFolder();
    const first = await started(hidden);
    await query(first.url, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    chmodSync(hidden, 0o700);
    const second = await started(hidden);
    expect(lstatSync(join(hidden, 'postgres')).isSymbolicLink()).toBe(true);
    expect(await query(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
  });
});
