/** A way to the database that falls silent: what stands on it hears nothing more, new connections are well. */
import { onTestFinished, test } from 'vitest';
import { openDatabase } from '~/db';
import { lineTo } from '../support/line';
import { ground } from '../support/realtime-site';

const here = ground();

test('every lease ends in 503, and the next one works on a new connection', async ({ expect }) => {
  const line = await lineTo(here.url, onTestFinished);
  const database = openDatabase(line.url, { viewers: 3, systems: 1 });
  onTestFinished(() => database.close());
  const member = await here.cast.member('Monique');
  const asks = [1, 2, 3].map((n) => () => database.asViewer(null, (tx) => tx`select ${n}::int as n, pg_sleep(0.05)`));
  await Promise.all(asks.map((ask) => ask()));
  await database.systemStatement((tx) => tx`select 1`);
  expect(line.freeze()).toBe(4);

  const began = Date.now();
  const answers = await Promise.allSettled([
    asks[0]?.(),
    database.viewerStatement((tx) => tx`select ${member.id} as n`),
    database.systemStatement((tx) => tx`select 1 as n`),
  ]);
  expect(Date.now() - began).toBeLessThan(8_000);
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', detail: 'no answer' } });
  }

  // The third of the silent connections lay idle: it is not lent again either.
  const again = await Promise.all(asks.map((ask) => ask()));
  expect(again.map(([row]) => Object.values(row ?? {})[0])).toEqual([1, 2, 3]);
  await database.systemStatement((tx) => tx`select 1`);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(line.attempts()).toBe(8);
  expect(database.usage().viewer).toEqual({ lent: 0, idle: 3, waiting: 0 });
}, 30_000);
