/** A part of the process whose connections fall silent while the others are well says so, and heals alone. */
import { type TestContext, test } from 'vitest';
import { castIn } from '../support/cast';
import { freshDatabase } from '../support/database';
import { lineTo } from '../support/line';
import { startServer, visitor } from '../support/server';

/** A server that reaches its database over a line of the test's. */
async function server({ onTestFinished }: TestContext) {
  const database = await freshDatabase();
  const cast = castIn(database.url);
  const line = await lineTo(database.url);
  const running = await startServer({ DATABASE_URL: line.url });
  onTestFinished(async () => {
    await running.kill();
    await cast.close();
    await database.drop();
  });
  const health = async (): Promise<{ status: string; checks: Record<string, string> }> =>
    (await visitor(running.origin).get('/sante')).json() as never;
  return { cast, line, origin: running.origin, health };
}

// Both wait for the beats of the server alone, so they wait at the same time.
test.concurrent('a listening connection that hears nothing is told within 20 s, and another one takes its place', async (context) => {
  const { expect } = context;
  const { health, line, origin } = await server(context);
  expect(await health()).toMatchObject({ status: 'ok', checks: { notifications: 'ok' } });
  expect(line.freezeListeners()).toBe(1);
  const wait = { timeout: 20_000, interval: 250 };
  await expect.poll(health, wait).toMatchObject({ status: 'degraded', checks: { notifications: 'failed' } });
  expect((await visitor(origin).get('/connexion')).status).toBe(200);
  await expect.poll(health, wait).toMatchObject({ status: 'ok', checks: { notifications: 'ok' } });
}, 60_000);

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
  await expect.poll(first, { timeout: 30_000 }).toBe('sent');
  expect(line.freezeJobs()).toBeGreaterThan(0);
  const second = await letter();
  // Ten seconds between two questions of the worker, ten without an answer, and a new one begins.
  await expect.poll(second, { timeout: 60_000 }).toBe('sent');
  expect((await health()).checks.jobs).toBe('ok');
}, 120_000);
