import { describe, expect, onTestFinished, test } from 'vitest';
import type { Cast } from '../support/cast';
import { lineTo } from '../support/line';
import { ground } from '../support/realtime-site';
import { startServer } from '../support/server';
import { eventually, readStream, type StreamReader, say, wordsIn } from '../support/stream-reader';

const here = ground();

async function serverOn(url: string): Promise<string> {
  const running = await startServer({ DATABASE_URL: url });
  onTestFinished(async () => {
    expect(running.output()).not.toMatch(/uncaught exception|unhandled rejection/);
    await running.kill();
  });
  return running.origin;
}

async function salonIn(cast: Cast) {
  const owner = await cast.member('Monique');
  const other = await cast.member('Gérard');
  const { id } = await cast.salon(owner);
  await cast.join(other, id);
  return { id, owner, cookies: [await cast.session(owner), await cast.session(other)] as const };
}

const WORD = /mot-\d+-\d+\./g;

async function heardAll(readers: readonly StreamReader[], said: readonly string[]): Promise<void> {
  for (const reader of readers) {
    await eventually(() => wordsIn(reader.events, WORD).length).toBe(said.length);
    expect(wordsIn(reader.events, WORD).sort()).toEqual([...said].sort());
    expect(reader.ids()).toEqual([...new Set(reader.ids())].sort((a, b) => a - b));
  }
}

const followers = (origin: string, { id, cookies }: { id: string; cookies: readonly string[] }) =>
  Promise.all(cookies.map((cookie) => readStream(origin, id, { cookie, depuis: 0, returns: true })));

describe('what is acknowledged is delivered, once and in order', () => {
  test('within seconds when the listening connection stands open and carries nothing', async () => {
    const line = await lineTo(here.url, onTestFinished);
    const [deaf, other] = [await serverOn(line.url), await serverOn(here.url)];
    const salon = await salonIn(here.cast);
    const readers = await followers(deaf, salon);
    await say(other, salon.id, salon.cookies[0], 'mot-0-0.');
    await heardAll(readers, ['mot-0-0.']);
    expect(line.freezeListeners()).toBe(1);
    await say(other, salon.id, salon.cookies[0], 'mot-0-1.');
    await heardAll(readers, ['mot-0-0.', 'mot-0-1.']);
    // What was said here needs no notification.
    await say(deaf, salon.id, salon.cookies[1], 'mot-1-0.');
    await heardAll(readers, ['mot-0-0.', 'mot-0-1.', 'mot-1-0.']);
  });

  test('when a commit is held open in the salon while others post', async () => {
    const origin = await serverOn(here.url);
    const salon = await salonIn(here.cast);
    const readers = await followers(origin, salon);
    await say(origin, salon.id, salon.cookies[0], 'mot-0-0.');
    const talk = { said: ['mot-0-0.', 'mot-9-9.'], done: Promise.resolve() };
    await here.cast.sql.begin(async (sql) => {
      await sql`insert into chat_messages (salon_id, user_id, content) values (${salon.id}, ${salon.owner.id}, 'mot-9-9.')`;
      talk.done = Promise.all(salon.cookies.map((cookie, i) => say(origin, salon.id, cookie, `mot-${i}-1.`))).then(
        () => {},
      );
      await sql`select pg_sleep(3)`;
    });
    await talk.done;
    // The held one was numbered first, and comes first, though its notification never came.
    await heardAll(readers, [...talk.said, 'mot-0-1.', 'mot-1-1.']);
    for (const reader of readers) expect(wordsIn(reader.events, WORD)[1]).toBe('mot-9-9.');
  });
});
