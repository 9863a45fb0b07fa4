/** Z01: with Redis or Valkey, wake-ups and limits hold as they do over PostgreSQL, and its absence is no outage. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { rateLimitRows } from '~/auth/queries/rate-limits';
import { createLimits, type Limit } from '~/limits';
import { createHub } from '~/realtime/hub';
import { openRedis, type Redis } from '~/redis';
import { fates, type Stage, stage } from '../support/policies';
import { freePort } from '../support/server';
import { eventually } from '../support/stream-reader';

const server = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!server) console.log('No Redis or Valkey on this machine: install redis-server or valkey-server to try it.');

let the: Stage;
let port: number;
let running: ChildProcess;
const opened: Redis[] = [];

async function started(): Promise<ChildProcess> {
  const child = spawn(server ?? '', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    let said = '';
    child.stdout?.on('data', (piece) => (said += piece).includes('eady to accept connections') && resolve());
  });
  return child;
}
async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** One process of the site. */
async function site(database = the.database) {
  const told: string[] = [];
  const log = (message: string) => void told.push(message);
  const redis = openRedis(`redis://127.0.0.1:${port}`, rateLimitRows(database), log);
  opened.push(redis);
  const hub = createHub(database, log, 100, redis);
  await hub.start();
  onTestFinished(() => hub.close());
  await eventually(redis.answers).toBe(true);
  const heard: string[] = [];
  hub.listen((topic: string) => topic !== 'pulse' && heard.push(topic));
  return { hub, heard, told, redis, limits: createLimits(redis.limits) };
}
const rows = async () => (await the.cast.sql`select from auth.rate_limits`).length;

describe.skipIf(!server)('with Redis', () => {
  beforeAll(async () => {
    the = await stage();
    port = await freePort();
    running = await started();
  });
  afterAll(async () => {
    for (const redis of opened) await redis.close();
    await ended(running);
    await the.close();
  });

  test('a wake-up is heard by another process once, and not twice by its own', async () => {
    const [one, other] = [await site(), await site(the.secondDatabase())];
    for (const salon of ['a', 'b', 'c']) for (let n = 0; n < 20; n += 1) one.hub.wakeTopic(`salon:${salon}`);
    await eventually(() => other.heard).toEqual(['salon:a', 'salon:b', 'salon:c']);
    other.hub.wakeTopic('salon:last');
    await eventually(() => one.heard.at(-1)).toBe('salon:last');
    expect(one.heard).toEqual(['salon:a', 'salon:b', 'salon:c', 'salon:last']);
    const [row] = await the.cast.sql`
      select from pg_stat_activity where application_name = 'aurora50 notifications' and datname = current_database()`;
    expect(row).toBeUndefined();
  });

  test('of a hundred attempts at once on two processes a limit of ten lets ten through, and says when to come back', async () => {
    const TEN: Limit = { name: 'ten', points: 10, seconds: 60 };
    const sites = [await site(), await site(the.secondDatabase())];
    const tries = Array.from({ length: 100 }, (_, n) => sites[n % 2]?.limits.take([TEN, 'haste']));
    const judged = await fates(tries as Promise<void>[]);
    expect(judged.refused).toHaveLength(90);
    for (const refusal of judged.refused) expect((refusal as { retryAfter: number }).retryAfter).toBeGreaterThan(50);
    expect(await rows()).toBe(0);
  });

  test('what was right is given back, a refused attempt counts in no other limit, and a window ends', async () => {
    const { limits } = await site();
    const TWO: Limit = { name: 'two', points: 2, seconds: 60 };
    for (let n = 0; n < 5; n += 1) expect(await limits.judge([[TWO, 'right']], async () => 'found')).toBe('found');
    const ONE: Limit = { name: 'one', points: 1, seconds: 60 };
    await limits.take([ONE, 'a'], [TWO, 'shared']);
    for (let n = 0; n < 5; n += 1)
      await expect(limits.take([ONE, 'a'], [TWO, 'shared'])).rejects.toMatchObject({ code: 'too_many' });
    await limits.take([TWO, 'shared']);
    expect(await limits.used([TWO, 'shared'], [TWO, 'nobody'])).toEqual([2, 0]);
    await limits.forget([TWO, 'shared']);
    await limits.take([TWO, 'shared']);
    const BRIEF: Limit = { name: 'brief', points: 1, seconds: 1 };
    await limits.take([BRIEF, 'a']);
    await eventually(() =>
      limits.take([BRIEF, 'a']).then(
        () => 'again',
        () => 'not yet',
      ),
    ).toBe('again');
  });

  test('away, limits are counted in PostgreSQL and nothing throws; back, wake-ups are heard again', async () => {
    const [one, other] = [await site(), await site(the.secondDatabase())];
    let gaps = 0;
    other.hub.onGap(() => (gaps += 1));
    await ended(running);
    const FIVE: Limit = { name: 'five', points: 5, seconds: 60 };
    await eventually(() => one.hub.isWell()).toBe(false);
    for (let n = 0; n < 5; n += 1) await (n % 2 ? one : other).limits.take([FIVE, 'away']);
    await expect(one.limits.take([FIVE, 'away'])).rejects.toMatchObject({ code: 'too_many' });
    expect(await rows()).toBe(1);
    expect(() => one.hub.wakeTopic('salon:lost')).not.toThrow();
    running = await started();
    await eventually(() => gaps).toBeGreaterThan(0);
    await eventually(() => {
      one.hub.wakeTopic('salon:found');
      return other.heard;
    }).toContain('salon:found');
    await eventually(() => one.hub.isWell()).toBe(true);
  });
});
