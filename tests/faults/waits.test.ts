/**
 * What the beats and patience of a process decide, so that a test has to wait for them. Each has a server of its own,
 * and all of them wait at the same time.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'vitest';
import { href } from '~/urls';
import { castIn } from '../support/cast';
import { freshDatabase } from '../support/database';
import { heldPost } from '../support/held-post';
import { lineTo } from '../support/line';
import { type RunningServer, startServer, visitor } from '../support/server';
import { faultsIn } from '../support/site';

type Health = { readonly status: string; readonly checks: Readonly<Record<string, string>> };

const healthOf = async ({ origin }: Pick<RunningServer, 'origin'>): Promise<Health> =>
  (await (await visitor(origin).get('/sante')).json()) as Health;

/** Ends in order, and not only when whoever holds a connection lets go of it. */
const ENDS_WITHIN = 60_000; // ms

/** A server that reaches its database over a line of the test's. */
async function server({ onTestFinished }: TestContext) {
  const database = await freshDatabase();
  const cast = castIn(database.url);
  const line = await lineTo(database.url, onTestFinished);
  const running = await startServer({ DATABASE_URL: line.url });
  onTestFinished(async () => {
    await running.kill();
    await cast.close();
    await database.drop();
  });
  const health = () => healthOf(running);
  return { cast, line, origin: running.origin, health };
}

test.concurrent('a listening connection that hears nothing is told within a few beats, and another one takes its place', async (context) => {
  const { expect } = context;
  const { health, line, origin } = await server(context);
  expect(await health()).toMatchObject({ status: 'ok', checks: { notifications: 'ok' } });
  expect(line.freezeListeners()).toBe(1);
  const wait = { timeout: 60_000, interval: 250 };
  await expect.poll(health, wait).toMatchObject({ status: 'degraded', checks: { notifications: 'failed' } });
  expect((await visitor(origin).get('/connexion')).status).toBe(200);
  await expect.poll(health, wait).toMatchObject({ status: 'ok', checks: { notifications: 'ok' } });
}, 180_000);

test.concurrent('the queue goes on with another worker when its connections carry nothing more', async (context) => {
  const { expect } = context;
  const { cast, health, line } = await server(context);
  const member = await cast.member('Anne');
  const letter = async () => {
    const [row] = await cast.sql<{ id: string }[]>`
      insert into outbox (template, props, user_id)
      values ('welcome', '{"name": "Anne", "path": "/"}', ${member.id}) returning id`;
    return async () => {
      const [now] = await cast.sql<{ state: string }[]>`select state from outbox where id = ${row?.id ?? ''}`;
      return now?.state;
    };
  };
  const first = await letter();
  await expect.poll(first, { timeout: 60_000 }).toBe('sent');
  expect(line.freezeJobs()).toBeGreaterThan(0);
  const second = await letter();
  // Ten seconds between two questions of the worker, ten without an answer, and a new one begins.
  await expect.poll(second, { timeout: 90_000 }).toBe('sent');
  expect((await health()).checks.jobs).toBe('ok');
}, 180_000);

test.concurrent('SIGTERM finishes the post that is under way, ends the streams, takes nobody new, and exits 0', async ({
  expect,
  onTestFinished,
}) => {
  const database = await freshDatabase();
  const cast = castIn(database.url);
  const server = await startServer({ DATABASE_URL: database.url });
  onTestFinished(async () => {
    await server.kill();
    await cast.close();
    await database.drop();
  });
  const anne = await cast.member('Anne');
  const { id } = await cast.salon(anne);
  const cookie = await cast.session(anne);
  const streams = await Promise.all(
    (['salonStream', 'salonLive'] as const).map((place) =>
      fetch(server.origin + href(place, { salon: id }), { headers: { Cookie: cookie } }),
    ),
  );
  const ended = Promise.all(streams.map((stream) => stream.text()));
  const post = heldPost(server.origin, href('messages', { salon: id }), cookie, 'texte=juste+avant');
  await post.arrived;

  const began = performance.now();
  const exit = server.stop();
  const [events, page] = await ended;
  expect(events).toMatch(/retry: \d+\n\n$/);
  expect(events).not.toContain('event: fin');
  expect(page).toMatch(/<\/html>$/);
  await expect(fetch(`${server.origin}/sante/vivant`)).rejects.toThrow();
  post.finish();
  expect(await post.answered).toBe(303);
  expect(await exit).toBe(0);
  expect(performance.now() - began).toBeLessThan(ENDS_WITHIN);
  expect(await cast.sql`select content from chat_messages`).toMatchObject([{ content: 'juste avant' }]);
  expect(faultsIn(server)).toEqual([]);
}, 180_000);

test.concurrent('SIGTERM with nothing under way ends it at once, and a reader who does not let go does not hold it', async ({
  expect,
  onTestFinished,
}) => {
  const database = await freshDatabase();
  const server = await startServer({ DATABASE_URL: database.url });
  onTestFinished(async () => {
    await server.kill();
    await database.drop();
  });
  const post = heldPost(server.origin, '/connexion', '', 'courriel=jamais');
  await post.arrived;
  post.answered.catch(() => {});
  const began = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(ENDS_WITHIN);
}, 180_000);

test.concurrent('a folder that takes nothing more is degraded until it takes something again', async ({
  expect,
  onTestFinished,
}) => {
  const database = await freshDatabase();
  const place = mkdtempSync(path.join(tmpdir(), 'aurora50-test-'));
  const folder = path.join(place, 'data');
  const server = await startServer({ DATABASE_URL: database.url, DATA_DIR: folder });
  onTestFinished(async () => {
    await server.kill();
    await database.drop();
    rmSync(place, { recursive: true });
  });
  const health = () => healthOf(server);
  expect(await health()).toMatchObject({ status: 'ok', checks: { disk: 'ok' } });
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'no folder any more');
  const checks = {
    database: 'ok',
    process: 'ok',
    mail: 'ok',
    jobs: 'ok',
    notifications: 'ok',
    disk: 'failed',
    payments: 'off',
    backups: 'off',
  };
  await expect.poll(health, { timeout: 60_000 }).toEqual({ status: 'degraded', checks });
  rmSync(folder);
  mkdirSync(folder);
  await expect.poll(health, { timeout: 60_000 }).toMatchObject({ status: 'ok', checks: { disk: 'ok' } });
}, 180_000);
