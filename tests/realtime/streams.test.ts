import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { deleteMessage, editMessage, postMessage } from '~/chat/commands';
import { openStream } from '~/realtime/stream';
import type { Member } from '../support/cast';
import { ground, type Process, serveStreams, startProcess, viewerOf } from '../support/realtime-site';
import { eventually, followStream, readLivePage, readStream } from '../support/stream-reader';

const here = ground();

afterEach(() => {
  vi.useRealTimers();
});

async function evening() {
  const process = await startProcess(here.url);
  const member = await here.cast.member('Monique');
  const { id } = await here.cast.salon(member);
  const cookie = await here.cast.session(member);
  const { origin, streams } = await serveStreams(process, () => member);
  return { process, member, salon: id, cookie, origin, streams };
}

const post = (process: Process, member: Member, salonId: string, text: string) =>
  postMessage(process, viewerOf(member), salonId, { text, replyTo: null, key: null });

const many = (salonId: string, userId: string, count: number, length: number) => here.cast.sql`
  insert into chat_messages (salon_id, user_id, content)
  select ${salonId}, ${userId}, repeat('é', ${length}) from generate_series(1, ${count}) n`;

describe('a stream', () => {
  test('shows both ends that it lives after twenty seconds of silence, and ends after half an hour', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const { process, member, salon, cookie, origin } = await evening();
    const begun = Date.now();
    const reader = await readStream(origin, salon, { cookie });
    const frame = await readLivePage(origin, salon, cookie);
    await eventually(() => reader.named('presence').length).toBe(1);
    const beats = () =>
      reader
        .text()
        .split('\n\n')
        .filter((block) => block === ':').length;
    const framed = () => frame.html().split('<!-- -->').length - 1;
    /** Until she has had so many. @returns after how long, s */
    async function secondsTo(count: number): Promise<number> {
      const begun = Date.now();
      await expect
        .poll(() => {
          vi.advanceTimersByTime(1_000);
          return Math.min(beats(), framed());
        })
        .toBe(count);
      return (Date.now() - begun) / 1_000;
    }
    expect([beats(), framed()]).toEqual([0, 0]);
    expect(await secondsTo(1)).toBeGreaterThanOrEqual(20);
    // What was sent a moment ago is a sign of life.
    const before = beats();
    await post(process, member, salon, 'Je suis là');
    await eventually(() => reader.ids().length).toBe(1);
    expect(await secondsTo(2)).toBeGreaterThanOrEqual(20);
    expect(beats() - before).toBeLessThanOrEqual(2);
    // N05: the page without scripts has been asked for a sign at once, and again after forty seconds.
    const asked = () =>
      [...frame.html().matchAll(/<li hidden><img src="[^"]+\/direct\?vie=(\d)" alt="">/g)].map(([, n]) => n);
    expect(asked()[0]).toBe('1');
    await expect
      .poll(() => {
        vi.advanceTimersByTime(1_000);
        return asked().length;
      })
      .toBe(3);
    expect((Date.now() - begun) / 1_000).toBeGreaterThanOrEqual(80);
    vi.advanceTimersByTime(30 * 60_000);
    await eventually(reader.isOpen).toBe(false);
    await eventually(frame.isOver).toBe(true);
    expect(reader.named('fin')).toEqual([]);
  });

  test('carries a replay far larger than what may pile up, to a reader who reads', async () => {
    const { member, salon, cookie, origin } = await evening();
    await many(salon, member.id, 400, 2_000);
    const reader = await readStream(origin, salon, { cookie, depuis: 0, returns: true });
    await eventually(() => reader.ids().length).toBe(400);
    expect(reader.connections()).toBe(1);
    const frame = await readLivePage(origin, salon, cookie);
    await eventually(() => frame.html().match(/<li id="v/g)?.length).toBeGreaterThanOrEqual(50);
  });

  test('cuts a reader who takes nothing, does not slow the others, and goes on where it was cut', async () => {
    const { process, member, salon, cookie, origin, streams } = await evening();
    const well = await readStream(origin, salon, { cookie, depuis: 0 });
    const stuck = await readStream(origin, salon, { cookie, depuis: 0, returns: true });
    stuck.stall();
    let said = 0;
    while (streams.open() > 1) {
      await many(salon, member.id, 100, 4_000);
      said += 100;
      process.hub.wakeTopic(`salon:${salon}`);
      await eventually(() => well.ids().length).toBe(said);
      expect(said).toBeLessThan(10_000);
    }
    expect(well.connections()).toBe(1);
    stuck.flow();
    await eventually(() => stuck.connections()).toBeGreaterThan(1);
    // What was sent before the cut still counts; what is too far away is announced.
    await eventually(() => stuck.ids().length === said || stuck.named('reset').length > 0).toBe(true);
    expect(new Set(stuck.ids()).size).toBe(stuck.ids().length);
  }, 60_000);

  test('cuts a reader who has taken nothing for half a minute, little as it was', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => server.closeAllConnections());
    await once(server, 'listening');
    const asked = once(server, 'request');
    const reader = followStream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'salon', { cookie: '' });
    const [, response] = (await asked) as [unknown, ServerResponse];
    const stream = openStream(response, {}, Date.now());
    await eventually(reader.status).toBe(200);
    reader.stall();
    const chunk = 'x'.repeat(64 * 1024);
    while (response.writableLength === 0) {
      expect(stream.write(chunk)).toBe(true);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const now = Date.now();
    stream.check(now + 29_000);
    expect(stream.open).toBe(true);
    stream.check(now + 31_000);
    expect(stream.open).toBe(false);
    expect(stream.write('y')).toBe(false);
  });

  test('takes no seat for somebody who went while her rights were looked up', async () => {
    const { process, member, salon, cookie, origin, streams } = await evening();
    const database = process.database;
    const asked = vi.spyOn(database, 'viewerStatement');
    for (let i = 0; i < 12; i += 1) {
      const before = asked.mock.calls.length;
      const gone = followStream(origin, salon, { cookie });
      await eventually(() => asked.mock.calls.length).toBeGreaterThan(before);
      gone.close();
    }
    await eventually(streams.open).toBe(0);
    expect(process.feed.size().listeners).toBe(0);
    const reader = await readStream(origin, salon, { cookie });
    expect(reader.status()).toBe(200);
    await post(process, member, salon, 'me voilà');
    await eventually(reader.ids).toEqual([1]);
  });

  test('is given ten times to a member, even when she asks twenty times at once', async () => {
    const { salon, cookie, origin } = await evening();
    const readers = Array.from({ length: 20 }, () => followStream(origin, salon, { cookie }));
    await eventually(() => readers.every((each) => each.status() !== null)).toBe(true);
    const statuses = readers.map((each) => each.status());
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    readers.find((each) => each.isOpen())?.close();
    await eventually(async () => {
      const again = await readStream(origin, salon, { cookie });
      return again.status();
    }).toBe(200);
  });
});

describe('a page that never ends', () => {
  test('shows a message once that was posted while the page was being read', async () => {
    const { process, member, salon, cookie, origin } = await evening();
    const { asViewer } = process.database;
    let reads = 0;
    vi.spyOn(process.database, 'asViewer').mockImplementation(async (viewerId, work) => {
      const found = await asViewer(viewerId, work);
      reads += 1;
      if (reads === 1) await many(salon, member.id, 1, 5);
      return found;
    });
    const frame = await readLivePage(origin, salon, cookie);
    await eventually(frame.html).toContain('ééééé');
    vi.mocked(process.database.asViewer).mockRestore();
    await post(process, member, salon, 'après');
    await eventually(frame.html).toContain('après');
    expect(frame.html().match(/ééééé/g)).toHaveLength(1);
    expect(frame.html()).not.toMatch(/#v\d+-\d+\{display:none\}/);
  });

  test('shows what was said and changed in one moment in its place', async () => {
    const { process, member, salon, cookie, origin } = await evening();
    const frame = await readLivePage(origin, salon, cookie);
    await eventually(frame.html).toContain('id="fil"');
    await here.cast.sql.begin(async (sql) => {
      await sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${member.id}, 'avant')`;
      await sql`insert into chat_messages (salon_id, user_id, content) values (${salon}, ${member.id}, 'suivant')`;
      await sql`update chat_messages set content = 'premier' where salon_id = ${salon} and content = 'avant'`;
    });
    process.hub.wakeTopic(`salon:${salon}`);
    await eventually(frame.html).toContain('suivant');
    expect(frame.html().indexOf('premier')).toBeGreaterThan(0);
    expect(frame.html().indexOf('premier')).toBeLessThan(frame.html().indexOf('suivant'));
  });

  test('from a number on does not show what is older, whatever happens to it', async () => {
    const { process, member, salon, cookie, origin } = await evening();
    const viewer = viewerOf(member);
    const old = await post(process, member, salon, 'ancien');
    const older = await post(process, member, salon, 'plus ancien');
    const frame = await readLivePage(origin, salon, cookie, '?depuis=2');
    await eventually(frame.html).toContain('id="fil"');
    await editMessage(process, viewer, salon, old.id, 'ancien, revu');
    await deleteMessage(process, viewer, salon, older.id);
    await post(process, member, salon, 'nouveau');
    await eventually(frame.html).toContain('nouveau');
    expect(frame.html()).not.toContain('ancien');
    expect(frame.html().match(/<li id="v/g)).toHaveLength(1);
  });
});
