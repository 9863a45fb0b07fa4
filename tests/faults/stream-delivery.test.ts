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
