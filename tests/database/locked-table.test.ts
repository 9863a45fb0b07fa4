/** Found 2c, 8: with one table locked, pages that did not need it were answered 503 too. */
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Tx } from '~/db';
import { freshDatabase } from '../support/database';

const WAITERS = 60;

test('whoever waits for a locked table does not hold up those who do not need it', async () => {
  const { url, drop } = await freshDatabase();
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  const database = openDatabase(url, { viewers: 4, systems: 2 });
  onTestFinished(async () => {
    await database.close();
    await owner.end();
    await drop();
  });
  await owner`begin`;
  await owner`lock table chat_messages in access exclusive mode`;

  const nobody = '00000000-0000-4000-8000-000000000000';
  const ask = (work: (tx: Tx) => Promise<unknown>) =>
    database.asViewer(nobody, work).then(
      () => 'ok',
      (error: { code: string }) => error.code,
    );
  const locked = () => ask((tx) => tx`select id from chat_messages limit 1`);
  const other = () => ask((tx) => tx`select id from salons limit 1`);
  // As a first minute goes: people ask for both at once, more than there are connections for.
  const first = Array.from({ length: WAITERS }, (_, n) => (n % 2 ? other() : locked()));
  await Promise.all(first);
  const [waited, answered] = [
    await Promise.all(Array.from({ length: WAITERS / 4 }, () => [locked(), other()]).flat()),
    await Promise.all(Array.from({ length: WAITERS / 4 }, other)),
  ];
  expect(waited.filter((_, n) => n % 2 === 1)).toEqual(Array(WAITERS / 4).fill('ok'));
  expect(waited.filter((_, n) => n % 2 === 0)).toEqual(Array(WAITERS / 4).fill('unavailable'));
  expect(answered).toEqual(Array(WAITERS / 4).fill('ok'));

  await owner`rollback`;
  expect(await locked()).toBe('ok');
});
