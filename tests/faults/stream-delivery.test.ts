import { describe, expect, onTestFinished, test } from 'vitest';
import { ground } from '../support/realtime-site';
import { type RunningServer, startServer } from '../support/server';
import { eventually, readStream, type StreamReader, say, wordsIn } from '../support/stream-reader';

const here = ground();

async function server(): Promise<RunningServer> {
  const running = await startServer({ DATABASE_URL: here.url });
  onTestFinished(async () => {
    await running.kill();
  });
  return running;
}

/** A salon with three members who talk and listen; each has a session. */
async function salon() {
  const owner = await here.cast.member('Monique');
  const { id } = await here.cast.salon(owner);
  const others = await Promise.all([here.cast.member('Gérard'), here.cast.member('Fatima')]);
  for (const other of others) await here.cast.join(other, id);
  return { id, cookies: await Promise.all([owner, ...others].map((member) => here.cast.session(member))) };
}
type Salon = Awaited<ReturnType<typeof salon>>;

/** Everybody says `each` things, all at once, at one of these places. @returns what was said */
async function talk(
  places: readonly string[],
  { id, cookies }: Salon,
  each: number,
  onSaid = () => {},
): Promise<string[]> {
  const said = await Promise.all(
    cookies.map(async (cookie, i) => {
      const words: string[] = [];
      for (let n = 0; n < each; n += 1) {
        const word = `mot-${i}-${n}.`;
        await say(places[(i + n) % places.length] ?? '', id, cookie, word);
        words.push(word);
        onSaid();
      }
      return words;
    }),
  );
  return said.flat();
}

const WORD = /mot-\d+-\d+\./g;

/** 0 lost, 0 double, each reader in the same strictly rising order. */
async function heardAll(readers: readonly StreamReader[], said: readonly string[]): Promise<void> {
  for (const reader of readers) await eventually(() => wordsIn(reader.events, WORD).length).toBe(said.length);
  for (const reader of readers) {
    expect(wordsIn(reader.events, WORD).sort()).toEqual([...said].sort());
    expect(reader.ids()).toEqual([...new Set(reader.ids())].sort((a, b) => a - b));
    expect(reader.ids()).toEqual(readers[0]?.ids());
  }
}

describe('what is acknowledged is delivered, in one order, once', () => {
  test('in several salons at once, also to readers who are cut again and again', async () => {
    const { origin } = await server();
    const salons = await Promise.all([salon(), salon()]);
    const audiences = await Promise.all(
      salons.map(({ id, cookies }) =>
        Promise.all(
          cookies.flatMap((cookie) => [0, 1].map(() => readStream(origin, id, { cookie, returns: true, depuis: 0 }))),
        ),
      ),
    );
    let n = 0;
    const cutSomebody = (audience: readonly StreamReader[] = []) => {
      n += 1;
      // The first is never cut, and knows the order.
      audience[1 + (n % (audience.length - 1))]?.cut();
    };
    const said = await Promise.all(salons.map((each, i) => talk([origin], each, 15, () => cutSomebody(audiences[i]))));
    for (const [i, audience] of audiences.entries()) await heardAll(audience, said[i] ?? []);
    expect(audiences.flat().some((reader) => reader.connections() > 2)).toBe(true);
  });

  test('over two processes on one database, and when one of them is killed', async () => {
    const [stays, dies] = await Promise.all([server(), server()]);
    const room = await salon();
    const options = { returns: true, depuis: 0 };
    const far = await Promise.all(
      room.cookies.map((cookie) => readStream(dies.origin, room.id, { cookie, ...options })),
    );
    const near = await readStream(stays.origin, room.id, { cookie: room.cookies[0] ?? '', ...options });
    const first = await talk([stays.origin], room, 6);
    await heardAll([near, ...far], first);

    const second = talk([stays.origin], room, 12);
    await eventually(() => near.ids().length).toBeGreaterThan(first.length + 3);
    for (const reader of far) reader.moveTo(stays.origin);
    await dies.kill();
    await heardAll([near, ...far], [...first, ...(await second)]);
    expect(far.every((reader) => reader.connections() === 2)).toBe(true);
  });

  test('when a process is asked to stop: its readers are sent away, and come back elsewhere', async () => {
    const [stays, stops] = await Promise.all([server(), server()]);
    const room = await salon();
    const cookie = room.cookies[0] ?? '';
    const reader = await readStream(stops.origin, room.id, { cookie, returns: true, depuis: 0 });
    const first = await talk([stops.origin], room, 2);
    await heardAll([reader], first);
    reader.moveTo(stays.origin);
    expect(await stops.stop()).toBe(0);
    expect(reader.named('fin')).toEqual([]);
    const second = await talk([stays.origin], room, 2);
    await heardAll([reader], [...first, ...second]);
  });

  test('to the others while one reader takes nothing from her socket', async () => {
    const { origin } = await server();
    const room = await salon();
    const [one = '', other = ''] = room.cookies;
    const stuck = await readStream(origin, room.id, { cookie: one, depuis: 0, returns: true });
    const well = await readStream(origin, room.id, { cookie: other, depuis: 0 });
    stuck.stall();
    const said = await talk([origin], room, 10);
    await heardAll([well], said);
    stuck.flow();
    await heardAll([stuck, well], said);
  });
});
