import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runningEmbedded, startEmbedded } from '../../db/embedded';
import { birthOf } from '../../db/postgresql/process-identity';
import {
  answers,
  appearing,
  holder,
  outcome,
  POLL,
  postmasterOf,
  query,
  readyFolder,
  started,
} from '../support/embedded';
import { testFolder } from '../support/folders';

describe('a start', () => {
  test('makes a PostgreSQL 18 that speaks UTF-8 and forgets nothing', async () => {
    const { url } = await started(testFolder(), false);
    expect(
      await query(
        url,
        (sql) => sql`
      select current_database() as name, current_setting('server_version_num')::int / 10000 as version,
             current_setting('server_encoding') as encoding, lower('ÉLODIE') as lower,
             current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous`,
      ),
    ).toEqual([{ name: 'aurora50', version: 18, encoding: 'UTF8', lower: 'élodie', fsync: 'on', synchronous: 'on' }]);
  });

  test('listens on loopback only, below the ports lent by the system, and asks for the password', async () => {
    const { url } = await started(testFolder());
    expect(Number(new URL(url).port)).toBeLessThan(32768);
    expect(
      await query(
        url,
        (sql) => sql`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
      ),
    ).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
    await expect(query(url.replace(/:[^:@]+@/, ':autre@'), (sql) => sql`select 1`)).rejects.toThrow(/password/);
  });

  test('finds the rows and the port of the one before', async () => {
    const dataDir = testFolder();
    const first = await started(dataDir);
    await query(first.url, (sql) => sql`create table kept as select 7 as n`);
    await first.stop();
    const second = await started(dataDir);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
  });

  test('keeps the password for its owner, and makes a new one when it was lost', async () => {
    const dataDir = testFolder();
    const first = await started(dataDir);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    await first.stop();
    rmSync(join(dataDir, 'postgres.json'));
    const second = await started(dataDir);
    expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
    expect(await query(second.url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
  });

  test('makes again what an interrupted creation left (X02)', async () => {
    const dataDir = testFolder();
    const child = await holder(dataDir);
    await appearing(dataDir, /^postgres\.partial-/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const { url } = await started(dataDir);
    expect(await query(url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
  });

  test('puts aside a folder that is no whole cluster, and throws nothing away', async () => {
    const dataDir = testFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    await started(dataDir);
    expect(readdirSync(dataDir).filter((name) => name.includes('incomplet'))).toHaveLength(1);
  });
});

describe('after a crash', () => {
  test('kill -9 of the process leaves a database that the next start stops and takes over', async () => {
    const dataDir = await readyFolder();
    const child = await holder(dataDir);
    const { url } = await outcome(child);
    await query(url, (sql) => sql`create table kept as select 7 as n`);
    const orphan = postmasterOf(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(birthOf(orphan)).toBeDefined();
    const next = await started(dataDir);
    expect(birthOf(orphan)).toBeUndefined();
    expect(await query(next.url, (sql) => sql`select n from kept`)).toEqual([{ n: 7 }]);
  });

  test('process.exit without a stop leaves no database behind', async () => {
    const dataDir = await readyFolder();
    const child = await holder(dataDir, 'exit');
    const ended = once(child, 'exit');
    await outcome(child);
    await ended;
    await expect.poll(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')), POLL).toBe(false);
  });

  test('a database that dies by itself is started again at the same address', async () => {
    const dataDir = await readyFolder();
    const { url } = await started(dataDir);
    const killed = postmasterOf(dataDir);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => postmasterOf(dataDir) !== killed && answers(url), POLL).toBe(true);
  });

  test('a number that now belongs to a stranger is not taken for the database', async () => {
    const dataDir = await readyFolder();
    await (await started(dataDir)).stop();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'postgres')}\n`);
    const { url } = await started(dataDir);
    expect(await query(url, (sql) => sql`select 1 as n`)).toEqual([{ n: 1 }]);
  });
});

describe('two at once', () => {
  test('the second is refused and told who is first; scripts find the address', async () => {
    const dataDir = await readyFolder();
    const child = await holder(dataDir);
    const { url } = await outcome(child);
    await expect(startEmbedded({ dataDir, fast: true })).rejects.toMatchObject({
      name: 'EmbeddedFault',
      reason: 'busy',
      message: expect.stringContaining(String(child.pid)),
    });
    expect(runningEmbedded(dataDir)).toBe(url);
  });

  test('of four in the same instant, over a dead one’s lock, exactly one wins', async () => {
    const dataDir = testFolder();
    writeFileSync(join(dataDir, 'aurora50-7.pid'), JSON.stringify({ pid: process.pid, birth: 'long ago' }));
    const outcomes = await Promise.all([1, 2, 3, 4].map(async () => outcome(await holder(dataDir))));
    expect(outcomes.filter(({ url }) => url)).toHaveLength(1);
    expect(outcomes.filter(({ reason }) => reason === 'busy')).toHaveLength(3);
  });
});
