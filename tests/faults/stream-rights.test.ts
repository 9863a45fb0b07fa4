import http, { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ground, sessionOf } from '../support/realtime-site';
import { type RunningServer, startServer } from '../support/server';
import { eventually, readLivePage, readStream, say, send, wordsIn } from '../support/stream-reader';

const here = ground();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ DATABASE_URL: here.url });
});
afterAll(() => server.kill());

async function room() {
  const owner = await here.cast.member('Monique');
  const guest = await here.cast.member('Gérard');
  const { id } = await here.cast.salon(owner);
  await here.cast.join(guest, id);
  const [mine, theirs] = await Promise.all([here.cast.session(owner), here.cast.session(guest)]);
  return { id, owner, guest, mine, theirs };
}

describe('who may listen', () => {
  test('nobody who is not signed in', async () => {
    const { id } = await room();
    expect((await readStream(server.origin, id, { cookie: '' })).status()).toBe(401);
    const page = await readLivePage(server.origin, id, '');
    expect(page.status()).toBe(303);
    expect(page.headers().location).toBe(`/connexion?retour=${encodeURIComponent(`/salons/${id}/direct`)}`);
  });

  test('nobody who is not a member: the answer is the one for a salon that is not there', async () => {
    const { id } = await room();
    const stranger = await here.cast.session(await here.cast.member('Intrus'));
    for (const salon of [id, crypto.randomUUID(), 'rien']) {
      expect((await readStream(server.origin, salon, { cookie: stranger })).status()).toBe(404);
      expect((await readLivePage(server.origin, salon, stranger)).status()).toBe(404);
    }
  });

  test('a member, ten times at most', async () => {
    const { id, theirs } = await room();
    const readers = [];
    for (let i = 0; i < 10; i += 1) readers.push(await readStream(server.origin, id, { cookie: theirs }));
    expect(readers.map((each) => each.status())).toEqual(Array(10).fill(200));
    const refused = await readStream(server.origin, id, { cookie: theirs });
    expect(refused.status()).toBe(429);
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  });
});

describe('who may no longer listen hears `fin`, and nothing after it', () => {
  test('when she leaves', async () => {
    const { id, mine, theirs } = await room();
    const reader = await readStream(server.origin, id, { cookie: theirs });
    const page = await readLivePage(server.origin, id, theirs);
    const stays = await readStream(server.origin, id, { cookie: mine });
    expect(await send(server.origin, `/salons/${id}/quitter`, theirs, {})).toBeLessThan(400);
    await eventually(() => reader.events.at(-1)?.event, 'fin', 5_000).toBe('fin');
    await eventually(reader.isOpen).toBe(false);
    await eventually(page.isOver).toBe(true);
    await say(server.origin, id, mine, 'entre nous');
    await eventually(() => wordsIn(stays.events, /entre nous/)).toHaveLength(1);
    expect(reader.events.at(-1)).toMatchObject({ event: 'fin', data: 'member' });
    expect(page.html()).toMatch(/<p class="fin-direct">[^<]+<\/p><\/main><\/body><\/html>$/);
    await eventually(() => stays.named('membres').at(-1)?.data).toMatch(/1\smembre</);
  });

  test('when she is removed by somebody else’s process', async () => {
    const { id, guest, theirs } = await room();
    const reader = await readStream(server.origin, id, { cookie: theirs });
    await here.cast.sql`delete from salon_members where salon_id = ${id} and user_id = ${guest.id}`;
    await here.cast.sql`select pg_notify('aurora50', ${`elsewhere members:${id}`})`;
    await eventually(() => reader.events.at(-1)?.event, 'fin', 5_000).toBe('fin');
    expect(reader.ids()).toEqual([]);
  });

  test('at once when she signs out, without her other device being shut', async () => {
    const { id, guest, theirs } = await room();
    const elsewhere = await here.cast.session(guest);
    const [reader, other] = [
      await readStream(server.origin, id, { cookie: theirs }),
      await readStream(server.origin, id, { cookie: elsewhere }),
    ];
    expect(await send(server.origin, '/deconnexion', theirs, {})).toBeLessThan(400);
    await eventually(() => reader.events.at(-1)?.event, 'fin', 2_500).toBe('fin');
    expect(reader.events.at(-1)?.data).toBe('session');
    expect(other.isOpen()).toBe(true);
    expect(other.named('fin')).toEqual([]);
  });

  test('within five seconds when her session ends in the database, or by its age', async () => {
    const { id, theirs, guest, mine } = await room();
    const old = await here.cast.session(guest);
    const readers = [
      await readStream(server.origin, id, { cookie: theirs }),
      await readStream(server.origin, id, { cookie: old }),
    ];
    const stays = await readStream(server.origin, id, { cookie: mine });
    await here.cast.sql`delete from auth.sessions where id = ${sessionOf(theirs)}`;
    await here.cast.sql`update auth.sessions set expires_at = now() where id = ${sessionOf(old)}`;
    for (const reader of readers) await eventually(() => reader.events.at(-1)?.event, 'fin', 6_000).toBe('fin');
    expect(stays.isOpen()).toBe(true);
  });
});

describe('a stream under a key that its session had before', () => {
  const renamed = (cookie: string, ago: string) => here.cast.sql`
    update auth.sessions
    set id = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), past_ids = array[id],
      renamed_at = now() - ${ago}::interval
    where id = ${sessionOf(cookie)}`;

  test('is ended within five seconds once the grace is over, and may come back with the new key alone', async () => {
    const { id, theirs } = await room();
    const reader = await readStream(server.origin, id, { cookie: theirs });
    await renamed(theirs, '31 seconds');
    await eventually(reader.isOpen, 'the copied cookie is out', 6_000).toBe(false);
    // Not `fin`: the owner's own window comes back by itself.
    expect(reader.named('fin')).toEqual([]);
    expect((await fetch(`${server.origin}/salons/${id}/flux`, { headers: { Cookie: theirs } })).status).not.toBe(200);
  });

  test('goes on during the grace', async () => {
    const { id, theirs, guest } = await room();
    const elsewhere = await here.cast.session(guest);
    const reader = await readStream(server.origin, id, { cookie: theirs });
    const over = await readStream(server.origin, id, { cookie: elsewhere });
    await renamed(theirs, '1 second');
    await here.cast.sql`delete from auth.sessions where id = ${sessionOf(elsewhere)}`;
    await eventually(over.isOpen, 'sessions were checked', 6_000).toBe(false);
    expect(reader.isOpen()).toBe(true);
  });
});

describe('a stream', () => {
  test('begins at once, with the headers of the contract and a pause for coming back', async () => {
    const { id, mine } = await room();
    const reader = await readStream(server.origin, id, { cookie: mine });
    expect(reader.status()).toBe(200);
    expect(reader.headers()).toMatchObject({
      'content-type': expect.stringMatching(/^text\/event-stream/),
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
    expect(reader.headers()['content-encoding']).toBeUndefined();
    expect(reader.headers()['set-cookie']).toBeUndefined();
    await eventually(reader.text, 'a pause', 2_000).toMatch(/^retry: \d+\n\n/);
    const pause = Number(/^retry: (\d+)/.exec(reader.text())?.[1]);
    expect(pause).toBeGreaterThanOrEqual(1_000);
    expect(pause).toBeLessThanOrEqual(5_000);
  });

  test('is the same for every viewer, to the byte', async () => {
    const { id, mine, theirs } = await room();
    const readers = [
      await readStream(server.origin, id, { cookie: mine }),
      await readStream(server.origin, id, { cookie: theirs }),
    ];
    await say(server.origin, id, mine, 'de Monique');
    await say(server.origin, id, theirs, 'de Gérard\ndeux lignes');
    for (const reader of readers) await eventually(reader.ids).toEqual([1, 2]);
    const [one, other] = readers.map((reader) => reader.named('message'));
    expect(one).toEqual(other);
    expect(one?.[0]?.data).toMatch(/^<li id="message-\d+" class="message" data-seq="1" data-auteur="[0-9a-f-]{36}"/);
  });

  test('says who is here without a number: at its beginning, and when somebody comes or goes', async () => {
    const { id, mine, theirs } = await room();
    const first = await readStream(server.origin, id, { cookie: mine });
    await eventually(() => first.named('presence').at(-1)?.data).toContain('Monique');
    const second = await readStream(server.origin, id, { cookie: theirs });
    await eventually(() => first.named('presence').at(-1)?.data).toContain('Gérard');
    const third = await readStream(server.origin, id, { cookie: theirs });
    // A new stream begins with the present state, before any notification.
    await eventually(() => third.named('presence')[0]?.data).toContain('Gérard');
    second.close();
    third.close();
    await eventually(() => first.named('presence').at(-1)?.data).not.toContain('Gérard');
    expect(first.named('presence').every((event) => event.id === null)).toBe(true);
  });

  test('forgets the readers of a process that was killed when their leases end', async () => {
    const { id, guest, mine, theirs } = await room();
    const dies = await startServer({ DATABASE_URL: here.url });
    const stays = await readStream(server.origin, id, { cookie: mine });
    await readStream(dies.origin, id, { cookie: theirs });
    await eventually(() => stays.named('presence').at(-1)?.data).toContain('Gérard');
    await dies.kill();
    const ended = await here.cast.sql`
      update presence_leases set expires_at = now() where salon_id = ${id} and user_id = ${guest.id}`;
    expect(ended.count).toBe(1);
    const next = await readStream(server.origin, id, { cookie: mine });
    await eventually(() => next.named('presence')[0]?.data).not.toContain('Gérard');
    await eventually(() => stays.named('presence').at(-1)?.data).not.toContain('Gérard');
  });
});

describe('the cursor', () => {
  test.each([
    ['in the future', '4'],
    ['of another salon', '77'],
    ['negative', '-1'],
    ['rubbish', 'abc'],
    ['a fraction', '1.5'],
    ['in another notation', '1e0'],
    ['2^53', '9007199254740992'],
    ['2^63', '9223372036854775808'],
    ['endless', '9'.repeat(400)],
  ])('that is %s means: load the page again', async (_what, cursor) => {
    const { id, owner, mine } = await room();
    await here.cast.sql`
      insert into chat_messages (salon_id, user_id, content)
      select ${id}, ${owner.id}, 'bonjour' from generate_series(1, 3)`;
    for (const options of [{ lastEventId: cursor }, { depuis: cursor }, { lastEventId: cursor, depuis: 0 }]) {
      const reader = await readStream(server.origin, id, { cookie: mine, ...options });
      await eventually(() => reader.events.at(-1)?.event).toBe('reset');
      await eventually(reader.isOpen).toBe(false);
      expect(reader.ids()).toEqual([]);
    }
  });

  test('of the last event wins over the page’s; without any the stream begins now', async () => {
    const { id, mine } = await room();
    for (const n of [1, 2, 3]) await say(server.origin, id, mine, `n° ${n}`);
    const readers = [
      await readStream(server.origin, id, { cookie: mine, lastEventId: 2, depuis: 0 }),
      await readStream(server.origin, id, { cookie: mine, depuis: 1 }),
      await readStream(server.origin, id, { cookie: mine }),
      await readStream(server.origin, id, { cookie: mine, depuis: '' }),
    ];
    await say(server.origin, id, mine, 'n° 4');
    for (const reader of readers) await eventually(() => reader.ids().at(-1)).toBe(4);
    expect(readers.map((reader) => reader.ids())).toEqual([[3, 4], [2, 3, 4], [4], [4]]);
  });

  test('more than five hundred changes behind means the same', async () => {
    const { id, owner, mine } = await room();
    await here.cast.sql`
      insert into chat_messages (salon_id, user_id, content)
      select ${id}, ${owner.id}, 'bonjour' from generate_series(1, 501)`;
    const late = await readStream(server.origin, id, { cookie: mine, depuis: 0 });
    await eventually(() => late.events.at(-1)?.event).toBe('reset');
    expect(late.ids()).toEqual([]);
    const just = await readStream(server.origin, id, { cookie: mine, depuis: 1 });
    await eventually(() => just.ids().length).toBe(500);
  });
});

test('a visit by HEAD ends, takes no seat, and leaves the connection free', async () => {
  const { id, mine } = await room();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ask = (method: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const url = new URL(path, server.origin.replace('localhost', '127.0.0.1'));
      const request = http.request(url, { method, agent, headers: { Cookie: mine }, timeout: 5_000 }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      });
      request.on('timeout', () => request.destroy(new Error('no answer')));
      request.on('error', reject).end();
    });
  for (let i = 0; i < 6; i += 1) {
    for (const way of ['flux', 'direct']) expect(await ask('HEAD', `/salons/${id}/${way}`)).toBe(200);
    expect(await ask('GET', '/sante/vivant')).toBe(200);
  }
  expect((await readStream(server.origin, id, { cookie: mine })).status()).toBe(200);
});
