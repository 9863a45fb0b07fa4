/**
 * Whose data an answer holds, while connections die (reliability 1, docs/decisions/002). On a shared pool with
 * `sql.begin` the same load ended with workers hung, uncaught errors and one member's statements in another's transaction.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase, type Tx } from '~/db';
import type { Member } from '../support/cast';
import { causeOf, inParallel, type Stage, stage } from '../support/policies';

let the: Stage;
let members: Member[];
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  the = await stage();
  members = await Promise.all(Array.from({ length: 50 }, (_, n) => the.cast.member(`Membre ${n}`)));
  for (const each of members) await the.cast.salon(each, { visibility: 'prive', name: `Chez ${each.id}` });
});
afterAll(() => the.close());
beforeEach(() => {
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
});
afterEach(() => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  expect(uncaught.splice(0)).toEqual([]);
});

const AWAY = { name: 'AppError', code: 'unavailable' };
const jeanne = () => members[0] as Member;
const paul = () => members[1] as Member;
const whoAmI = async (tx: Tx) => (await tx<{ id: string | null }[]>`select auth.uid() as id`)[0]?.id;

test('2,000 readings by 50 members while backends are killed: nobody is shown another’s data, nothing hangs', async () => {
  const fate = { own: 0, mixed: 0, away: 0, other: [] as unknown[] };
  let killed = 0;
  await inParallel(2_000, 32, async (n) => {
    if (n % 50 === 49) killed += await killSome(3);
    const { id } = members[(n * 7) % members.length] as Member;
    await the.database
      .asViewer(id, async (tx) => [
        ...(await tx<{ id: string | null }[]>`select id from my_profile()`),
        ...(await tx<{ id: string | null }[]>`select substr(name, 6) as id from my_salons`),
        ...(await tx<{ id: string | null }[]>`select owner_id as id from salons`),
      ])
      .then((rows) => (rows.length === 3 && rows.every((row) => row.id === id) ? fate.own++ : fate.mixed++))
      .catch((error) => (error.code === 'unavailable' ? fate.away++ : fate.other.push(error)));
  });
  expect(fate).toEqual({ own: expect.any(Number), mixed: 0, away: expect.any(Number), other: [] });
  expect(fate.own + fate.away).toBe(2_000);
  expect(fate.own).toBeGreaterThan(1_500);
  expect(killed).toBeGreaterThan(40);
  expect(fate.away).toBeGreaterThan(0);
  expect(the.database.usage().viewer).toMatchObject({ lent: 0, waiting: 0 });
  expect(await the.database.asViewer(paul().id, whoAmI)).toBe(paul().id);
});

describe('a transaction', () => {
  test('whose connection dies in the middle sends nothing more, and is told so', async () => {
    let sentAfter = 0;
    const broken = the.database.asViewer(jeanne().id, async (tx) => {
      await tx`update profiles set city = 'Nantes' where id = ${jeanne().id}`;
      await kill(tx);
      await tx`select auth.uid()`.catch(() => {});
      await tx`update profiles set city = 'Brest' where id = ${jeanne().id}`;
      sentAfter += 1;
    });
    await expect(broken).rejects.toMatchObject(AWAY);
    expect(sentAfter).toBe(0);
    expect(await the.cast.sql`select city from profiles where id = ${jeanne().id}`).toEqual([{ city: null }]);
    expect(await the.database.asViewer(paul().id, whoAmI)).toBe(paul().id);
    expect(the.database.usage().viewer.lent).toBe(0);
  });

  test('whose callback hides the dead connection is not taken for committed', async () => {
    const hidden = the.database.asViewer(jeanne().id, async (tx) => {
      await tx`update profiles set city = 'Nantes' where id = ${jeanne().id}`;
      await kill(tx);
      return 'stored';
    });
    await expect(hidden).rejects.toMatchObject(AWAY);
    expect(await the.cast.sql`select city from profiles where id = ${jeanne().id}`).toEqual([{ city: null }]);
  });

  test('whose callback hides a failed statement is not taken for committed', async () => {
    const hidden = the.database.asViewer(jeanne().id, async (tx) => {
      await tx`update profiles set city = 'Nantes' where id = ${jeanne().id}`;
      await tx`select absent`.catch(() => {});
      return 'stored';
    });
    await expect(hidden).rejects.toMatchObject({ ...AWAY, detail: 'rolled back' });
    expect(await the.cast.sql`select city from profiles where id = ${jeanne().id}`).toEqual([{ city: null }]);
  });

  test('that fails at its commit fails for the caller, and leaves a sound connection', async () => {
    await the.owner.unsafe(`
      create function refuse() returns trigger language plpgsql as $$
        begin raise exception using errcode = 'AU403', message = 'late'; end $$;
      create constraint trigger late after update on profiles deferrable initially deferred
        for each row when (new.city = 'Jamais') execute function refuse();`);
    const late = the.database.asViewer(jeanne().id, async (tx) => {
      await tx`update profiles set city = 'Jamais' where id = ${jeanne().id}`;
    });
    await expect(late).rejects.toMatchObject({ code: 'forbidden', detail: 'late' });
    expect(await the.database.asViewer(paul().id, whoAmI)).toBe(paul().id);
    await the.owner.unsafe('drop trigger late on profiles; drop function refuse()');
  });

  test('that takes too long is ended by the database', async () => {
    const slow = the.database.asViewer(jeanne().id, async (tx) => {
      await tx`set local statement_timeout = 20`;
      await tx`select pg_sleep(60)`;
    });
    await expect(slow).rejects.toMatchObject(AWAY);
    expect(await the.database.asViewer(paul().id, whoAmI)).toBe(paul().id);
  });
});

describe('a handle', () => {
  test('is dead once its callback has returned, also while its connection serves somebody else', async () => {
    const narrow = openDatabase(the.url, { viewers: 1, systems: 1 });
    let kept: Tx | undefined;
    let started: PromiseLike<unknown> | undefined;
    await narrow.asViewer(jeanne().id, async (tx) => {
      kept = tx;
      started = tx`select auth.uid() as id`;
    });
    const late = async () => kept && whoAmI(kept);
    await expect(late()).rejects.toMatchObject(AWAY);
    await narrow.asViewer(paul().id, async (tx) => {
      await expect(late()).rejects.toMatchObject(AWAY);
      await expect(started).rejects.toMatchObject(AWAY);
      expect(await whoAmI(tx)).toBe(paul().id);
    });
    await narrow.close();
  });

  test('leaves no identity behind on its connection, after a success, a failure or a quiet callback', async () => {
    const narrow = openDatabase(the.url, { viewers: 1, systems: 1 });
    for (const work of [whoAmI, (tx: Tx) => tx`select absent`, async () => 'asked nothing']) {
      await narrow.asViewer<unknown>(jeanne().id, work).catch(causeOf);
      expect(await narrow.asViewer(null, whoAmI)).toBeNull();
      expect(await narrow.asViewer(null, (tx) => tx`select id from profiles`)).toHaveLength(0);
    }
    await narrow.close();
  });
});

test('arrays go to the database and come back as they were', async () => {
  const texts = ['', 'NULL', ' a ', 'a,b', '{c}', '"', "l'été", '\\', 'ligne\nsuivante', null];
  const numbers = [0, -1, 9_007_199_254_740_991];
  const back = await the.database.asViewer(
    null,
    (tx) => tx`
      select ${texts}::text[] as texts, ${numbers}::bigint[] as numbers, ${[jeanne().id]}::uuid[] as ids, ${[]}::text[] as none`,
  );
  expect(back[0]).toEqual({ texts, numbers, ids: [jeanne().id], none: [] });
});

test('whoever finds no free connection within three seconds is told to come back; the next one is served', async () => {
  const narrow = openDatabase(the.url, { viewers: 1, systems: 1 });
  await narrow.asViewer(null, whoAmI);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let release = () => {};
    const holding = narrow.asViewer(jeanne().id, () => new Promise<void>((resolve) => (release = resolve)));
    const late = narrow.asViewer(paul().id, whoAmI).catch((error) => error);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(narrow.usage().viewer).toMatchObject({ lent: 1, waiting: 1 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toMatchObject({ ...AWAY, retryAfter: 3 });
    const next = narrow.asViewer(paul().id, whoAmI);
    release();
    await holding;
    expect(await next).toBe(paul().id);
  } finally {
    vi.useRealTimers();
    await narrow.close();
  }
});

/** Ends the connection of this transaction from outside, and waits until the process has seen it. */
async function kill(tx: Tx): Promise<void> {
  const [{ pid } = { pid: 0 }] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await the.owner`select pg_terminate_backend(${pid}, 5000)`;
}

async function killSome(count: number): Promise<number> {
  const rows = await the.owner`
    select pg_terminate_backend(pid)
    from (
      select pid
      from pg_stat_activity
      where datname = current_database() and application_name = 'aurora50'
      order by random()
      limit ${count}
    ) unlucky`;
  return rows.length;
}
