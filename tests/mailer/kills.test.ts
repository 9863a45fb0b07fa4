/** A worker that is killed loses nothing, and repeats one letter at most, with its key (reliability 15, Z06). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool } from '~/jobs/pool';
import { BREVO_KEY } from '../support/brevo-stand-in';
import { compiled } from '../support/compiled';
import { type Mailroom, mailroom, until } from '../support/mailroom';

let the: Mailroom;
const children: ChildProcess[] = [];
beforeEach(async () => {
  the = await mailroom();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await the.close();
});

type Child = { readonly process: ChildProcess; readonly printed: () => string };

let program: string;
beforeAll(async () => {
  program = await compiled('tests/support/mailer-child.ts');
});

function worker(): Child {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: the.url,
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'aurora50-kills-')),
      ORIGIN: 'http://localhost:20999',
      DEMO: '0',
      ENVIRONMENT: 'production',
      BREVO_API_KEY: BREVO_KEY,
      BREVO_API_BASE: the.brevo.base,
      MAIL_FROM: 'bonjour@aurora50.invalid',
    } as unknown as NodeJS.ProcessEnv,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  children.push(child);
  return { process: child, printed: () => printed };
}

const keysAsked = () => the.brevo.asked.map(({ body }) => (body.headers as { idempotencyKey: string }).idempotencyKey);

async function putLetters(count: number): Promise<void> {
  await the.cast.sql`
    insert into outbox (template, props, email)
    select 'noAccount', '{"path": "/inscription"}', 'personne' || n || '@exemple.fr'
    from generate_series(1, ${count}) n`;
}

async function kill({ process: child }: Child): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('killed five times while sending 200: none is lost, one is repeated a kill, with the same key', {
  timeout: 120_000,
}, async () => {
  await putLetters(200);
  for (let kills = 1; kills <= 5; kills += 1) {
    const child = worker();
    await until(() => the.brevo.asked.length >= kills * 30, 30_000);
    // Taken and sent; whether it has arrived, the worker will never hear.
    the.brevo.be(kills % 2 ? 'deaf' : 'hang', 1);
    const before = the.brevo.asked.length;
    await until(() => the.brevo.asked.length > before);
    await kill(child);
    the.brevo.be('well');
  }
  const last = worker();
  await until(async () => (await the.rows()).every(({ state }) => state === 'sent'), 60_000);
  expect(the.brevo.sent).toHaveLength(200);
  const keys = keysAsked();
  expect(new Set(keys).size).toBe(200);
  expect(keys.length).toBeLessThanOrEqual(205);
  expect(Math.max(...[...new Set(keys)].map((key) => keys.filter((each) => each === key).length))).toBeLessThanOrEqual(
    2,
  );
  await the.quiet();
  expect(await letterJobs()).toHaveLength(0);
  expect(last.printed()).not.toMatch(/failed|Error/);
});

test('told to stop while Brevo hangs: it ends within seconds, and the letter is sent by the next one', {
  timeout: 60_000,
}, async () => {
  await putLetters(1);
  the.brevo.be('hang', 1);
  const child = worker();
  await until(() => the.brevo.asked.length === 1, 30_000);
  const began = performance.now();
  child.process.kill('SIGTERM');
  const [code] = await once(child.process, 'exit');
  expect([code, performance.now() - began < 6_000], child.printed()).toEqual([0, true]);
  worker();
  await until(() => the.brevo.sent.length === 1, 30_000);
  const keys = keysAsked();
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
});

test('told to stop while it starts, a worker does not wait to be given up', { timeout: 60_000 }, async () => {
  const child = worker();
  await until(async () => (await workers()) > 0, 30_000);
  child.process.kill('SIGTERM');
  expect(await once(child.process, 'exit')).toEqual([0, null]);
  const [, ms] = /stopped in (\d+) ms/.exec(child.printed()) ?? [];
  expect(Number(ms), child.printed()).toBeLessThan(4_500);
});

test('a worker whose connections are cut at any moment hears of it and goes on by itself', {
  timeout: 120_000,
}, async () => {
  const child = worker();
  // The child listens to no uncaught error: one would end it.
  for (let cut = 1; cut <= 12; cut += 1) {
    await until(async () => (await workers()) > 0, 30_000);
    // From the first connection's first steps to a worker that waits for work, and one that is being replaced.
    await pause(cut * 12);
    await the.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'aurora50 jobs'`;
    if (cut % 4 > 0) continue;
    await putLetters(1);
    await the.cast.sql`update outbox set email = ${`coupe${cut}@exemple.fr`} where state = 'queued'`;
    await until(() => the.brevo.sent.length === cut / 4, 30_000);
  }
  expect(child.process.exitCode, child.printed()).toBeNull();
});

test('a worker whose connection is cut while it reports the end of a job hears of it, and the job is not lost', {
  timeout: 60_000,
}, async () => {
  const child = worker();
  await until(async () => (await workers()) === 3, 30_000);
  await the.owner.unsafe(CUT_AT_THE_FIRST_END);
  await putLetters(2);
  await until(() => the.brevo.sent.length === 2, 30_000);
  await until(async () => (await letterJobs()).length === 0, 30_000);
  expect(child.process.exitCode, child.printed()).toBeNull();
  expect(new Set(keysAsked()).size).toBe(2);
});

/** The library does so when the connection is cut while a worker is replaced, and nobody hears of the second time (found 2b, 5). */
test('a connection that is let go of twice is let go of once', async () => {
  const pool = await openPool(the.url, null, 1, () => {});
  await new Promise<void>((done, failed) => {
    pool.connect((error, _, release) => {
      if (error) return failed(error);
      release();
      release();
      done();
    });
  });
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  await pool.end();
});

/** The connection that reports the end of the first job is ended by its own statement; the next ones are not. */
const CUT_AT_THE_FIRST_END = `
  create sequence graphile_worker.ends;
  create function graphile_worker.cut() returns trigger language plpgsql security definer as $$
  begin
    if nextval('graphile_worker.ends') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
    return old;
  end $$;
  create trigger cut before delete on graphile_worker._private_jobs for each row execute function graphile_worker.cut()`;

const letterJobs = () => the.owner`select from graphile_worker.jobs where task_identifier = 'letter'`;

async function workers(): Promise<number> {
  const rows = await the.owner`
    select from pg_stat_activity where datname = current_database() and application_name = 'aurora50 jobs'`;
  return rows.length;
}
